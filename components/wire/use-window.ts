'use client'

import { useEffect, useState, type RefObject } from 'react'

/** Rows drawn above and below what is seen, so that a fast scroll meets none that is missing. */
const overscan = 12

/** The first and the last index to draw; last is excluded. */
export interface Window {
  readonly from: number
  readonly to: number
}

/** Which of `count` rows of one height to draw, when `height` pixels from `top` on are seen. */
export function windowOf(count: number, rowHeight: number, top: number, height: number): Window {
  const from = Math.min(Math.max(0, Math.floor(top / rowHeight) - overscan), count)
  return { from, to: Math.min(count, Math.ceil((top + height) / rowHeight) + overscan) }
}

/** `windowOf` for what a scrolling element shows now. */
export function useWindow(scroller: RefObject<HTMLElement | null>, count: number, rowHeight: number): Window {
  const [view, setView] = useState({ top: 0, height: 0 })
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller])
  return windowOf(count, rowHeight, view.top, view.height)
}
