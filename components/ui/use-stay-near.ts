'use client'

import { useLayoutEffect, useRef, type FocusEvent } from 'react'

const controls = 'button, a[href], input, select, textarea'

/**
 * For a place whose controls go when they have done their work: the keyboard goes on to the one that stands there then,
 * not to the beginning of the page. Its owner gives what this returns to the place, and draws what changes in it.
 */
export function useStayNear<Place extends HTMLElement>() {
  const place = useRef<Place>(null)
  const at = useRef<{ element: Element; index: number } | null>(null)
  const all = () => [...(place.current?.querySelectorAll<HTMLElement>(controls) ?? [])]
  useLayoutEffect(() => {
    const was = at.current
    if (was === null || was.element.isConnected) return
    at.current = null
    if (document.activeElement !== document.body) return
    const now = all()
    ;(now[was.index] ?? now.at(-1) ?? place.current)?.focus({ preventScroll: true })
  })
  return {
    ref: place,
    tabIndex: -1,
    onFocus({ target }: FocusEvent) {
      // Windows that are opened from here stand elsewhere in the document.
      if (!place.current?.contains(target)) return
      at.current = { element: target, index: all().findIndex((control) => control === target) }
    },
    onBlur() {
      at.current = null
    },
  }
}
