'use client'

import { queryOptions } from '@tanstack/react-query'
import type { StatisticsJson } from '../server/tester/contract.ts'
import { remember, type StatisticsHistory } from './statistics-history.ts'
import { askTester } from './tester-client.ts'

export const statisticsKeys = { all: ['statistics'] as const }

/** Mere time changes statistics as well, which nobody is told of. */
const askEveryMillis = 2000

/** `GET /statistics`, and what it has said since the page was opened: the tester keeps no history of its own. */
export const statisticsQuery = () =>
  queryOptions({
    queryKey: statisticsKeys.all,
    queryFn: async ({ client, queryKey }) =>
      remember(
        client.getQueryData<StatisticsHistory>(queryKey),
        await askTester<StatisticsJson>('GET', '/statistics'),
      ),
    refetchInterval: askEveryMillis,
    refetchIntervalInBackground: true,
    gcTime: Infinity,
    structuralSharing: false,
  })
