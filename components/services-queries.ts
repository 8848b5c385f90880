'use client'

import { queryOptions } from '@tanstack/react-query'
import type { ServiceJson } from '../server/tester/contract.ts'
import { askTester } from './tester-client.ts'

export const serviceKeys = { all: ['services'] as const }

/** The configured services with their effective options. */
export const servicesQuery = () =>
  queryOptions({ queryKey: serviceKeys.all, queryFn: () => askTester<ServiceJson[]>('GET', '/services') })
