'use client'

import { useEffect, useRef } from 'react'
import { useAnnounce } from '../ui/announcer.tsx'
import type { CometState } from './comet-session.ts'
import { connectionNews } from './connection-words.ts'

/** Says to those who listen that a connection is lost, and that it is back. */
export function useConnectionNews(state: CometState | undefined, lost: string, back: string) {
  const announce = useAnnounce()
  const was = useRef<CometState>(undefined)
  useEffect(() => {
    const news = connectionNews(was.current, state)
    was.current = state
    if (news) announce(news === 'lost' ? lost : back)
  }, [state, lost, back, announce])
}
