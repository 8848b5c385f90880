'use client'

import { useQuery } from '@tanstack/react-query'
import { centreTime, useCentreNow } from '../centre-now.ts'
import { clockQuery } from '../clock-queries.ts'

/** Seconds on the contact centre's clock since an answer was read (`readAt`, ms of this browser's clock). */
export function useSecondsSince(readAt: number): number {
  const { data: clock, dataUpdatedAt } = useQuery(clockQuery())
  const now = useCentreNow()
  if (!clock || now === null) return 0
  return Math.max(0, (now - centreTime(clock, readAt - dataUpdatedAt)) / 1000)
}
