'use client'

import { useState } from 'react'
import type { TrafficSummary } from '../../server/tester/contract.ts'
import { countAfter } from './traffic-list.ts'
import { useWireStore } from './wire-store.ts'

/** Follows the newest of these rows while the reader stands at the end; counts those that came since they left it. */
export function useFollowing(rows: readonly TrafficSummary[], newest: number, nearEnd: number) {
  const isFollowing = useWireStore((store) => store.isFollowing)
  const setFollowing = useWireStore((store) => store.follow)
  const [left, setLeft] = useState({ isFollowing, seen: newest })
  // By a button, by a key, or by scrolling.
  if (left.isFollowing !== isFollowing) setLeft({ isFollowing, seen: newest })
  return {
    isFollowing,
    unseen: countAfter(rows, left.seen),
    follow: () => setFollowing(true),
    stay: () => setFollowing(false),
    look: ({ scrollHeight, scrollTop, clientHeight }: HTMLElement) => {
      const isAtEnd = scrollHeight - scrollTop - clientHeight < nearEnd
      if (isAtEnd !== isFollowing) setFollowing(isAtEnd)
    },
  }
}
