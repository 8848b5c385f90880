'use client'

import { Tooltip } from '@base-ui/react/tooltip'
import { useEffect, useState } from 'react'

const opensAfterMillis = 400
/** Long enough to move the pointer onto the tooltip. */
const closesAfterMillis = 150

/** What is pressed by these may be gone then, and what it told with it. */
const closing: ReadonlySet<string> = new Set(['Escape', 'Enter', ' '])

interface Shown {
  anchor: HTMLElement
  text: string
  request: string | undefined
}

/** A hint on hover and focus, hoverable itself and closed by Escape (WCAG 1.4.13). */
export function TooltipLayer() {
  const [shown, setShown] = useState<Shown | null>(null)
  useEffect(() => listen(setShown), [])
  if (!shown || !shown.anchor.isConnected) return null
  return (
    <Tooltip.Root open>
      <Tooltip.Portal>
        <Tooltip.Positioner
          anchor={shown.anchor}
          // Over an item of a list it would lie on the next one.
          side={shown.anchor.matches('[role="menuitem"]') ? 'inline-end' : 'top'}
          sideOffset={6}
          className="z-50"
        >
          <Tooltip.Popup
            data-tooltip
            className="max-w-80 rounded-md border bg-surface px-2 py-1 text-sm text-text"
          >
            {shown.text}
            {shown.request && <code className="block wrap-anywhere text-muted">{shown.request}</code>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}

/** Tells what is to be shown, or null; answers how to stop listening. */
function listen(show: (shown: Shown | null) => void): () => void {
  let timer: number | undefined
  const later = (act: () => void, millis: number) => {
    window.clearTimeout(timer)
    timer = window.setTimeout(act, millis)
  }
  const enter = ({ target, type }: Event) => {
    if (!(target instanceof Element)) return
    if (target.closest('[data-tooltip]')) return window.clearTimeout(timer)
    const anchor = target.closest<HTMLElement>('[data-tip]')
    if (!anchor || (type === 'focusin' && !target.matches(':focus-visible')))
      return later(() => show(null), closesAfterMillis)
    const { tip = '', tipRequest } = anchor.dataset
    later(() => show({ anchor, text: tip, request: tipRequest }), opensAfterMillis)
  }
  const leave = () => later(() => show(null), closesAfterMillis)
  const press = (event: Event) => {
    if (event instanceof KeyboardEvent && !closing.has(event.key)) return
    window.clearTimeout(timer)
    show(null)
  }
  const heard = [
    ['pointerover', enter],
    ['focusin', enter],
    ['focusout', leave],
    ['pointerdown', press],
    ['keydown', press],
  ] as const
  for (const [type, hear] of heard) document.addEventListener(type, hear)
  return () => {
    window.clearTimeout(timer)
    for (const [type, hear] of heard) document.removeEventListener(type, hear)
  }
}
