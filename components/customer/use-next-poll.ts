'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRealNow } from '../real-now.ts'
import { customerKeys } from './customer-keys.ts'
import { pollEveryMillis } from './customer-queries.ts'

interface NextPoll {
  /** When the mailbox was last asked (ms), 0: never. */
  last: number
  error: Error | null
  /** Until it is asked again. */
  seconds: number
}

/** The timer of a device that polls; `serviceId` null: it has nothing to ask for. */
export function useNextPoll(serviceId: string | null): NextPoll {
  const client = useQueryClient()
  const now = useRealNow(500, serviceId !== null)
  const state = serviceId ? client.getQueryState(customerKeys.notifications(serviceId)) : undefined
  const last = Math.max(state?.dataUpdatedAt ?? 0, state?.errorUpdatedAt ?? 0)
  return {
    last,
    error: state?.error ?? null,
    seconds: Math.max(0, Math.ceil((last + pollEveryMillis - now) / 1000)),
  }
}
