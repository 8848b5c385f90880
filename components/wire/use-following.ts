'use client'

import { useState } from 'react'
import { useWireStore } from './wire-store.ts'

/** Follows the newest row while the reader stands at the end; counts what came since they left it. */
export function useFollowing(newest: number, nearEnd: number) {
  const isFollowing = useWireStore((store) => store.isFollowing)
  const setFollowing = useWireStore((store) => store.follow)
  const [seen, setSeen] = useState(newest)
  return {
    isFollowing,
    unseen: Math.max(0, newest - seen),
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
