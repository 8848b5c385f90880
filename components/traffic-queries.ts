'use client'

import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { TrafficDetail, TrafficOver, TrafficPage } from '../server/tester/contract.ts'
import { askTester } from './tester-client.ts'

export const trafficKeys = {
  all: ['traffic'] as const,
  list: ['traffic', 'list'] as const,
  detail: (number: number) => ['traffic', 'detail', number] as const,
  /** `at`: when the request failed. */
  refused: (request: string, status: number, at: number) =>
    ['traffic', 'refused', request, status, at] as const,
}

/** Rows that were pinned or commented, or are so no longer, since the wire's list was read: it reads on after them. */
export const markedRows = new Set<number>()

/** Whose lists may lack what somebody has marked while push was away: they are read again from their first row. */
export const listsBehind = new WeakSet<QueryClient>()

/** One page of the traffic after a number, oldest first. The wire keeps its list under `trafficKeys.list`. */
export const fetchTraffic = (after: number, limit: number) =>
  askTester<TrafficPage>('GET', `/traffic?after=${after}&limit=${limit}`)

/** Of these rows those that are over by now, and those that are gone. */
export const fetchOver = (numbers: readonly number[]) =>
  askTester<TrafficOver>('GET', `/traffic?over=${numbers.join(',')}`)

/** One exchange, frame or push, with its headers and bodies. */
export const trafficDetailQuery = (number: number) =>
  queryOptions({
    queryKey: trafficKeys.detail(number),
    queryFn: () => askTester<TrafficDetail>('GET', `/traffic/${number}`),
  })

/** Everything as an HTTP archive, without its secrets unless asked. */
export const archivePath = (isRedacted: boolean) =>
  `/gmstester/api/traffic.har${isRedacted ? '' : '?redact=false'}`
