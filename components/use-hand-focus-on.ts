'use client'

import { useEffectEvent, useLayoutEffect, type RefObject } from 'react'

/**
 * Where what has the keyboard goes from the page, it is handed on: to the first of the heirs that is still there then.
 * Whoever is elsewhere is left alone.
 */
export function useHandFocusOn<Part extends HTMLElement>(
  part: RefObject<Part | null>,
  heirsOf: (part: Part) => readonly (HTMLElement | null | undefined)[],
) {
  const handOn = useEffectEvent((going: Part) => {
    const heirs = heirsOf(going)
    window.requestAnimationFrame(() => {
      if (document.activeElement === document.body) heirs.find((heir) => heir?.isConnected)?.focus()
    })
  })
  useLayoutEffect(() => {
    const going = part.current
    // It goes after this: the keyboard is in it still.
    return () => {
      if (going?.contains(document.activeElement)) handOn(going)
    }
  }, [part])
}
