'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { centreTime } from '../centre-now.ts'
import { isJumpAskedFirst } from '../clock-jump.ts'
import { clockQuery, useChangeClock } from '../clock-queries.ts'
import { useShellStore } from '../shell/shell-store.ts'
import { useToast } from '../ui/toast.tsx'

/**
 * Goes to what the contact centre does next by itself, and answers whether it did: what would be lost by it is asked
 * first, in the clock's window. Where nothing is next, a notice says so.
 */
export function useGoToNextEvent(): () => Promise<boolean> {
  const t = useTranslations('clock')
  const client = useQueryClient()
  const change = useChangeClock()
  const open = useShellStore((store) => store.open)
  const toast = useToast()
  return async () => {
    const state = client.getQueryState(clockQuery().queryKey)
    if (!state?.data) return false
    const { next } = state.data
    if (!next) {
      toast({ tone: 'info', title: t('nothingNext') })
      return false
    }
    const now = centreTime(state.data, Date.now() - state.dataUpdatedAt)
    const seconds = Math.max(0, Math.ceil((Date.parse(next.at) - now) / 1000))
    const isAsked = isJumpAskedFirst(next.kind, seconds)
    if (isAsked) open('jump')
    else await change.mutateAsync({ until: next.at })
    return !isAsked
  }
}
