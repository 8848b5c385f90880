'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { callbackQuery } from '../callbacks-queries.ts'
import { useUiStore } from '../ui-store.ts'
import { useCustomer } from './customer-store.ts'

/** The callback of the selected customer. Null: there is none, or the tester knows it no more. Undefined: not known yet. */
export function useSelectedCallback(): CallbackDetailJson | null | undefined {
  const letter = useUiStore((store) => store.selectedCustomer)
  const customer = useCustomer(letter)
  return useCallbackOf(customer?.session?.serviceId ?? null)
}

/** The callback of this id; see `useSelectedCallback`. */
export function useCallbackOf(serviceId: string | null): CallbackDetailJson | null | undefined {
  const { queryKey, queryFn } = callbackQuery(serviceId ?? '')
  const { data } = useQuery({ queryKey, queryFn: serviceId === null ? skipToken : (queryFn ?? skipToken) })
  return serviceId === null ? null : data
}
