'use client'

import { useRef, useState } from 'react'
import type { TrafficSummary } from '../../server/tester/contract.ts'
import { countAfter } from './traffic-list.ts'
import { useWireStore } from './wire-store.ts'

/** Follows the newest of these rows while the reader stands at the end; counts those that came since they left it. */
export function useFollowing(rows: readonly TrafficSummary[], newest: number, nearEnd: number) {
  const isFollowing = useWireStore((store) => store.isFollowing)
  const setFollowing = useWireStore((store) => store.follow)
  const [left, setLeft] = useState({ isFollowing, seen: newest })
  const top = useRef(0)
  // By a button, by a key, or by scrolling.
  if (left.isFollowing !== isFollowing) setLeft({ isFollowing, seen: newest })
  return {
    isFollowing,
    unseen: countAfter(rows, left.seen),
    follow: () => setFollowing(true),
    stay: () => setFollowing(false),
    look: (grid: HTMLElement) => {
      const before = top.current
      top.current = grid.scrollTop
      const follows = isFollowed(isFollowing, before, grid, nearEnd)
      if (follows !== isFollowing) setFollowing(follows)
    },
  }
}

/**
 * Whether a grid that has been scrolled from `before` is followed. Back at its end it is when the reader has gone there:
 * one that has become shorter under them comes to its end by being scrolled up.
 */
export function isFollowed(
  wasFollowed: boolean,
  before: number,
  { scrollHeight, scrollTop, clientHeight }: Pick<HTMLElement, 'scrollHeight' | 'scrollTop' | 'clientHeight'>,
  nearEnd: number,
): boolean {
  const isAtEnd = scrollHeight - scrollTop - clientHeight < nearEnd
  return isAtEnd && (wasFollowed || scrollTop > before)
}
