'use client'

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ClockJson } from '../server/tester/contract.ts'
import { askTester } from './tester-client.ts'

/** Rates that are offered; the API takes any in its range. */
export const clockRates = [1, 10, 60] as const
/** What a change of the clock sends, for whoever points at its control. */
export const clockRequest = 'POST /gmstester/api/clock'

export const clockKeys = { all: ['clock'] as const }

export type ClockChange =
  { pause: boolean } | { rate: number } | { advanceSeconds: number } | { until: string }

/** The contact centre's clock. */
export const clockQuery = () =>
  queryOptions({ queryKey: clockKeys.all, queryFn: () => askTester<ClockJson>('GET', '/clock') })

/** `POST /clock`; over when everything that fell due has happened and has been looked at again. */
export function useChangeClock() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: ClockChange) => askTester<ClockJson>('POST', '/clock', change),
    onSettled: () => client.invalidateQueries(),
  })
}
