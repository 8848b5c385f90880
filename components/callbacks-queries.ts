'use client'

import { queryOptions } from '@tanstack/react-query'
import type { CallbackDetailJson, CallbackJson, Page } from '../server/tester/contract.ts'
import { askTester, TesterError } from './tester-client.ts'

export const callbackKeys = {
  all: ['callbacks'] as const,
  newest: ['callbacks', 'newest'] as const,
  detail: (id: string) => ['callbacks', 'detail', id] as const,
}

/** One callback with its timeline and its chat; null when the tester knows it no more. */
export const callbackQuery = (id: string) =>
  queryOptions({
    queryKey: callbackKeys.detail(id),
    queryFn: () =>
      askTester<CallbackDetailJson>('GET', `/callbacks/${encodeURIComponent(id)}`).catch((error: unknown) => {
        if (error instanceof TesterError && error.status === 404) return null
        throw error
      }),
  })

/** The newest callbacks that people began, for the palette. */
export const newestCallbacksQuery = () =>
  queryOptions({
    queryKey: callbackKeys.newest,
    queryFn: () => askTester<Page<CallbackJson>>('GET', '/callbacks?limit=50'),
  })
