'use client'

import { queryOptions } from '@tanstack/react-query'
import type { TrafficDetail } from '../server/tester/contract.ts'
import { askTester } from './tester-client.ts'
import { fetchTraffic, trafficKeys } from './traffic-queries.ts'

/** Beyond every row: who asks after it is told the newest number. */
const beyondAll = 1_000_000_000_000

/** So many of the newest rows are looked through: what has just been refused is among them. */
const newestLooked = 100

/** The wire's row of a request that has just been refused; null when it is not kept. `at`: when it failed. */
export const refusedRowQuery = (request: string, status: number, at: number) =>
  queryOptions({
    queryKey: trafficKeys.refused(request, status, at),
    queryFn: () => findRefusedRow(request, status),
    // What has happened does not change.
    staleTime: Infinity,
  })

async function findRefusedRow(request: string, status: number): Promise<TrafficDetail | null> {
  const { next: newest } = await fetchTraffic(beyondAll, 1)
  const { items } = await fetchTraffic(Math.max(0, newest - newestLooked), newestLooked)
  const row = items.findLast(
    ({ method, path, status: answered }) => `${method} ${path}` === request && answered === status,
  )
  return row ? askTester<TrafficDetail>('GET', `/traffic/${row.number}`) : null
}
