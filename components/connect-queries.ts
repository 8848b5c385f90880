'use client'

import { queryOptions } from '@tanstack/react-query'
import type { AddressesJson } from '../server/tester/contract.ts'
import { askTester } from './tester-client.ts'

export const connectKeys = { addresses: ['addresses'] as const }

/** Where clients find the tester. */
export const addressesQuery = () =>
  queryOptions({
    queryKey: connectKeys.addresses,
    queryFn: () => askTester<AddressesJson>('GET', '/addresses'),
    // Somebody may join another network meanwhile, of which nothing is told.
    refetchOnWindowFocus: true,
    staleTime: 0,
  })
