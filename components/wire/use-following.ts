'use client'

import { useState } from 'react'
import type { TrafficSummary } from '../../server/tester/contract.ts'
import { countAfter } from './traffic-list.ts'
import { useWireStore } from './wire-store.ts'

/** Follows the newest of these rows while the reader stands at the end; counts those that came since they left it. */
export function useFollowing(rows: readonly TrafficSummary[], newest: number, nearEnd: number) {
  const isFollowing = useWireStore((store) => store.isFollowing)
  const setFollowing = useWireStore((store) => store.follow)
  const [seen, setSeen] = useState(newest)
  return {
    isFollowing,
    unseen: countAfter(rows, seen),
    follow: () => setFollowing(true),
    stay: () => {
      if (isFollowing) setSeen(newest)
      setFollowing(false)
    },
    look: ({ scrollHeight, scrollTop, clientHeight }: HTMLElement) => {
      const isAtEnd = scrollHeight - scrollTop - clientHeight < nearEnd
      if (isAtEnd === isFollowing) return
      if (isFollowing) setSeen(newest)
      setFollowing(isAtEnd)
    },
  }
}
