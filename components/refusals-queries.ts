'use client'

import { infiniteQueryOptions } from '@tanstack/react-query'
import type { RefusalPage } from '../server/tester/contract.ts'
import { askTester } from './tester-client.ts'

export const refusalKeys = { all: ['refusals'] as const }

const pageSize = 10

/** Start requests that were refused, newest first, a page at a time. */
export const refusalsQuery = () =>
  infiniteQueryOptions({
    queryKey: refusalKeys.all,
    queryFn: ({ pageParam }) =>
      askTester<RefusalPage>(
        'GET',
        `/refusals?limit=${pageSize}${pageParam === null ? '' : `&before=${pageParam}`}`,
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  })
