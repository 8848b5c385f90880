'use client'

import { useQueryClient } from '@tanstack/react-query'
import { centreTime } from '../centre-now.ts'
import { isJumpAskedFirst } from '../clock-jump.ts'
import { clockQuery, useChangeClock } from '../clock-queries.ts'
import { useShellStore } from '../shell/shell-store.ts'

/**
 * Goes to what the contact centre does next by itself, and answers whether it did: what would be lost by it is asked
 * first, in the clock's window.
 */
export function useGoToNextEvent(): () => Promise<boolean> {
  const client = useQueryClient()
  const change = useChangeClock()
  const open = useShellStore((store) => store.open)
  return async () => {
    const state = client.getQueryState(clockQuery().queryKey)
    const next = state?.data?.next
    if (!state?.data || !next) return false
    const now = centreTime(state.data, Date.now() - state.dataUpdatedAt)
    const seconds = Math.max(0, Math.ceil((Date.parse(next.at) - now) / 1000))
    const isAsked = isJumpAskedFirst(next.kind, seconds)
    if (isAsked) open('jump')
    else await change.mutateAsync({ until: next.at })
    return !isAsked
  }
}
