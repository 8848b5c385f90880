'use client'

import { useEffect, useState, type RefObject } from 'react'

/**
 * Whether what floats over the page stands at its other end: it changes ends when it would cover all of what gets the
 * focus (WCAG 2.4.11).
 */
export function useMakesWay(floating: RefObject<HTMLElement | null>): boolean {
  const [isAtOtherEnd, setIsAtOtherEnd] = useState(false)
  useEffect(() => {
    let frame = 0
    const look = () => {
      window.cancelAnimationFrame(frame)
      // By then the browser has scrolled to it.
      frame = window.requestAnimationFrame(() => {
        const focused = document.activeElement
        if (!floating.current || !focused || floating.current.contains(focused)) return
        if (isWithin(focused.getBoundingClientRect(), floating.current.getBoundingClientRect()))
          setIsAtOtherEnd((isThere) => !isThere)
      })
    }
    document.addEventListener('focusin', look)
    return () => {
      window.cancelAnimationFrame(frame)
      document.removeEventListener('focusin', look)
    }
  }, [floating])
  return isAtOtherEnd
}

const isWithin = (inner: DOMRect, outer: DOMRect): boolean =>
  inner.left >= outer.left &&
  inner.right <= outer.right &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom
