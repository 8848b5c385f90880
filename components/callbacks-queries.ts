'use client'

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { CallbackState } from '../server/contact-center/contact-center.ts'
import type {
  CallbackDetailJson,
  CallbackExport,
  CallbackPage,
  CallbackWire,
} from '../server/tester/contract.ts'
import { askTester, TesterError } from './tester-client.ts'

/** Which callbacks a list is about; null and an empty text ask for nothing. */
export interface CallbackFilter {
  readonly state: CallbackState | null
  readonly service: string | null
  /** What a parameter said that a service names among its `_customer_lookup_keys`. */
  readonly lookup: { readonly key: string; readonly value: string } | null
  readonly text: string
  /** Desired times (ISO 8601), both included. */
  readonly from: string | null
  readonly to: string | null
}

export const callbackKeys = {
  all: ['callbacks'] as const,
  newest: ['callbacks', 'newest'] as const,
  recent: ['callbacks', 'recent'] as const,
  lists: ['callbacks', 'list'] as const,
  list: (filter: CallbackFilter) => ['callbacks', 'list', filter] as const,
  detail: (id: string) => ['callbacks', 'detail', id] as const,
  wires: ['callbacks', 'wire'] as const,
  wire: (id: string) => ['callbacks', 'wire', id] as const,
}

/** Genesys' Callback Monitor shows so many at a time. */
export const callbacksOfAPage = 250

/** One page of callbacks, newest first. */
export const fetchCallbacks = (filter: CallbackFilter, after: string | null) =>
  askTester<CallbackPage>('GET', `/callbacks?${queryOf(filter, after)}`)

function queryOf(filter: CallbackFilter, after: string | null): URLSearchParams {
  const { state, service, lookup, text, from, to } = filter
  const query = new URLSearchParams({ limit: String(callbacksOfAPage), total: 'true' })
  const asked = { state, service, key: lookup?.key, value: lookup?.value, text: text.trim(), from, to, after }
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value)
  return query
}

/** The callbacks of a filter, page by page. */
export const callbackListQuery = (filter: CallbackFilter) =>
  infiniteQueryOptions({
    queryKey: callbackKeys.list(filter),
    queryFn: ({ pageParam }) => fetchCallbacks(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

const nullWhenGone = (error: unknown): null => {
  if (error instanceof TesterError && error.status === 404) return null
  throw error
}

const pathOf = (id: string) => `/callbacks/${encodeURIComponent(id)}`

/** One callback with its timeline and its chat; null when the tester knows it no more. */
export const callbackQuery = (id: string) =>
  queryOptions({
    queryKey: callbackKeys.detail(id),
    queryFn: () => askTester<CallbackDetailJson>('GET', pathOf(id)).catch(nullWhenGone),
  })

/** What crossed the wire for one callback; null when the tester knows it no more. */
export const callbackWireQuery = (id: string) =>
  queryOptions({
    queryKey: callbackKeys.wire(id),
    queryFn: () => askTester<CallbackWire>('GET', `${pathOf(id)}/wire`).catch(nullWhenGone),
  })

/** All that is known of one callback, with the bodies of its wire as they are: what is shown here leaves nobody's hands. */
export const callbackExportQuery = (id: string) =>
  queryOptions({
    queryKey: [...callbackKeys.wire(id), 'export'],
    queryFn: () => askTester<CallbackExport>('GET', `${pathOf(id)}/export?redact=false`),
  })

/** The newest callbacks that people began, for the palette. */
export const newestCallbacksQuery = () =>
  queryOptions({
    queryKey: callbackKeys.newest,
    queryFn: () => askTester<CallbackPage>('GET', '/callbacks?limit=50'),
  })
