'use client'

import { useHotkeys } from 'react-hotkeys-hook'

/** What takes Enter for itself. */
const ownEnter = 'a, button, input, textarea, select, summary, [role="tab"]'

/**
 * Enter, pressed on what surrounds the controls, takes the next step that stands there: it presses the control, or
 * goes into the field. Answers the ref of what surrounds them.
 */
export function useEnterForNextStep() {
  return useHotkeys<HTMLDivElement>('enter', (event) => {
    const { target } = event
    if (!(target instanceof Element) || target.closest(ownEnter)) return
    const control = target.closest('#customer')?.querySelector<HTMLElement>('[data-next-step]')
    if (!control) return
    event.preventDefault()
    if (control.matches('input, textarea')) control.focus()
    else control.click()
  })
}
