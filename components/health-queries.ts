'use client'

import { queryOptions } from '@tanstack/react-query'
import type { HealthAnswer } from '../server/tester/contract.ts'
import { askTester } from './tester-client.ts'

export const healthKeys = { all: ['health'] as const }

/** Which tester answers: its version, its build of the pages, its data. */
export const healthQuery = () =>
  queryOptions({
    queryKey: healthKeys.all,
    queryFn: () => askTester<HealthAnswer>('GET', '/health'),
  })
