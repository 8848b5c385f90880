'use client'

import { useEffect, useRef, useState } from 'react'

/** How often, in milliseconds, what stands around the rows is drawn anew while rows come in. */
const everyMillis = 250

/**
 * The value, for whatever need not be drawn with each row: after a quiet time once it has been drawn elsewhere, and then
 * at most four times a second, the last one in any case.
 */
export function useUnhurried<T>(value: T): T {
  const [shown, show] = useState(value)
  const shownAt = useRef(-Infinity)
  useEffect(() => {
    if (Object.is(shown, value)) return
    const wait = shownAt.current + everyMillis - performance.now()
    const timer = setTimeout(
      () => {
        shownAt.current = performance.now()
        show(() => value)
      },
      Math.max(0, wait),
    )
    return () => clearTimeout(timer)
  }, [value, shown])
  return shown
}
