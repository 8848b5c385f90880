'use client'

import { useEffect, useRef } from 'react'

/** So many frames what stands at the place may take to come. */
const framesMax = 300

/**
 * Leads to the place that the address names, `#charts`, where the page is drawn only after its data: once, when they
 * `haveCome`. Like the platform it brings the keyboard along (a place to link to has `tabIndex={-1}` therefore), and
 * leaves it there when what was awaited takes the place of what held it free.
 */
export function usePlaceInAddress(haveCome: boolean) {
  const hasLed = useRef(false)
  useEffect(() => {
    const id = window.location.hash.slice(1)
    let place = haveCome && !hasLed.current ? document.getElementById(id) : null
    if (place === null) return
    hasLed.current = true
    place.scrollIntoView()
    place.focus({ preventScroll: true })
    let frames = 0
    const stay = () => {
      const now = document.getElementById(id)
      const at = document.activeElement
      if (at !== place && at !== document.body) return
      if (now !== place && at === document.body) now?.focus({ preventScroll: true })
      place = now
      frames += 1
      if (frames < framesMax) frame = window.requestAnimationFrame(stay)
    }
    let frame = window.requestAnimationFrame(stay)
    return () => window.cancelAnimationFrame(frame)
  }, [haveCome])
}
