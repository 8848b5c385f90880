'use client'

import { useLayoutEffect, useState, type RefObject } from 'react'
import { useRem } from './use-rem.ts'

/**
 * How many of these widths, in rem and ascending, fit into the element; 0 until it is there. In place of container
 * queries where many rows are drawn anew all the time: those make the browser find their styles twice.
 */
export function useFit(element: RefObject<HTMLElement | null>, widths: readonly number[]): number {
  const [fit, setFit] = useState(0)
  const rem = useRem()
  useLayoutEffect(() => {
    const { current } = element
    if (!current) return
    const measure = () => setFit(widths.filter((width) => current.clientWidth >= width * rem).length)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [element, widths, rem])
  return fit
}
