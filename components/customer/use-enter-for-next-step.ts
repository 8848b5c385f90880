'use client'

import { useHotkeys } from 'react-hotkeys-hook'

/** What takes Enter for itself. */
const ownEnter = 'a, button, input, textarea, select, summary, [role="tab"]'

/**
 * Enter, pressed on what surrounds the customer's controls, takes the next step that stands there: it presses the
 * control, or goes into the field. Listens at the document: a ref of the hotkeys' own draws the whole panel twice.
 */
export function useEnterForNextStep() {
  useHotkeys('enter', (event) => {
    const { target } = event
    if (!(target instanceof Element) || target.closest(ownEnter)) return
    const control = target.closest('#customer')?.querySelector<HTMLElement>('[data-next-step]')
    if (!control) return
    event.preventDefault()
    if (control.matches('input, textarea')) control.focus()
    else control.click()
  })
}
