'use client'

import { useLayoutEffect, useReducer, useRef } from 'react'
import type { Virtualizer } from '@tanstack/react-virtual'
import { linesMoved, type WireLine } from './wire-lines.ts'
import type { WireQuery } from './wire-query.ts'

type Scroller = Virtualizer<HTMLDivElement, Element>

interface SteadyLines {
  lines: readonly WireLine[]
  /** What was looked for: lines of another query are other lines, not moved ones. */
  query: WireQuery
  isFollowing: boolean
  height: number
  virtualizer: Scroller
}

/**
 * Lines stand where their index puts them. While the reader does not follow, those that are seen stay where they are
 * seen all the same, whatever makes room or is folded above them.
 */
export function useSteadyLines(now: SteadyLines) {
  const { lines, query, isFollowing, height, virtualizer } = now
  const before = useRef({ lines, query })
  const [, drawAgain] = useReducer((count: number) => count + 1, 0)
  useLayoutEffect(() => {
    const was = before.current
    before.current = { lines, query }
    const element = virtualizer.scrollElement
    if (isFollowing || element === null || was.query !== query || was.lines === lines) return
    // Of a list that has become shorter the browser may have let go of the end already.
    const top = lines.length < was.lines.length ? (virtualizer.scrollOffset ?? 0) : element.scrollTop
    const moved = linesMoved(was.lines, lines, Math.floor(top / height))
    if (moved === 0) return
    scrollTo(virtualizer, element, top + moved * height)
    drawAgain()
  }, [lines, query, isFollowing, height, virtualizer])
}

/** What is seen from there can be drawn at once, not only when the browser says that it has scrolled. */
function scrollTo(virtualizer: Scroller, element: HTMLElement, top: number) {
  element.scrollTop = top
  virtualizer.scrollOffset = element.scrollTop
}
