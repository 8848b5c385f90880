'use client'

import { useLayoutEffect, useRef, type RefObject } from 'react'

/** After so long the reader may have gone elsewhere, and nothing is to call them back. */
const keptMillis = 1500

/**
 * Gives the focus back to the active row when what a key did has redrawn it: rows that change places are taken out of
 * the page for a moment, and those far away are drawn once they are in sight (`inSight` names the rows that are). Call what it returns when a key is pressed.
 */
export function useKeptFocus(
  scroller: RefObject<HTMLElement | null>,
  active: string | null,
  redrawnBy: unknown,
  inSight: string,
): () => void {
  const pressedAt = useRef<number | null>(null)
  const drawn = useRef({ active, redrawnBy, inSight })
  useLayoutEffect(() => {
    const before = drawn.current
    const isDrawnAnew =
      before.active !== active || before.redrawnBy !== redrawnBy || before.inSight !== inSight
    drawn.current = { active, redrawnBy, inSight }
    if (!isDrawnAnew) return
    if (pressedAt.current === null || performance.now() - pressedAt.current > keptMillis) return
    const focused = document.activeElement
    // A control of a row keeps it.
    const isRow =
      focused?.matches('tr[data-service]') === true && scroller.current?.contains(focused) === true
    const isLost = focused === document.body || isRow
    if (!isLost || active === null) return
    scroller.current?.querySelector<HTMLElement>(`tr[data-service="${CSS.escape(active)}"]`)?.focus()
  }, [scroller, active, redrawnBy, inSight])
  return () => {
    pressedAt.current = performance.now()
  }
}
