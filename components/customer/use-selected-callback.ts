'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { callbackQuery } from '../callbacks-queries.ts'
import { useUiStore } from '../ui-store.ts'
import { useCustomer } from './customer-store.ts'

/** The id of the callback the page is about: another client's that was selected, or the selected customer's. */
export function useSelectedServiceId(): string | null {
  const letter = useUiStore((store) => store.selectedCustomer)
  const other = useUiStore((store) => store.selectedCallback)
  const own = useCustomer(letter)?.session?.serviceId ?? null
  return other ?? own
}

/** The callback the page is about. Null: there is none, or the tester knows it no more. Undefined: not known yet. */
export function useSelectedCallback(): CallbackDetailJson | null | undefined {
  return useCallbackOf(useSelectedServiceId())
}

/** The callback of this id; see `useSelectedCallback`. */
export function useCallbackOf(serviceId: string | null): CallbackDetailJson | null | undefined {
  // Whoever only looks at it beside others does not ask anew for what could not be read.
  return useCallbackLookup(serviceId, false).callback
}

/** The callback of this id, and, as long as nothing is known of it, why it could not be read. */
export function useCallbackLookup(serviceId: string | null, retryOnMount = true) {
  const { queryKey, queryFn } = callbackQuery(serviceId ?? '')
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: serviceId === null ? skipToken : (queryFn ?? skipToken),
    retryOnMount,
  })
  return {
    callback: serviceId === null ? null : data,
    error: data === undefined ? error : null,
    retry: () => void refetch(),
  }
}
