'use client'

import { useLayoutEffect, useState } from 'react'

/** What a rem is until the page is there: what browsers have it be. */
const usualRem = 16

/**
 * How many pixels a rem is: as many as the reader wants text to be high. For whatever counts in pixels but holds text;
 * a reader may change it while the page is open (WCAG 1.4.4).
 */
export function useRem(): number {
  const [rem, setRem] = useState(usualRem)
  useLayoutEffect(() => {
    const measure = () => setRem(Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
    measure()
    // Nothing tells of another size of the text but an element that has become another size by it.
    const probe = document.createElement('div')
    probe.style.cssText = 'position: fixed; top: 0; left: 0; width: 1rem; visibility: hidden'
    document.body.append(probe)
    const observer = new ResizeObserver(measure)
    observer.observe(probe)
    return () => {
      observer.disconnect()
      probe.remove()
    }
  }, [])
  return rem
}
