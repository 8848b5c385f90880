'use client'

import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { ResetJson } from '../server/tester/contract.ts'
import { startAfresh, takeUpAgain } from './reset.ts'
import { askTester } from './tester-client.ts'

export const resetKeys = { all: ['reset'] as const }

/** What the last reset has left to undo. */
export const resetQuery = () =>
  queryOptions({ queryKey: resetKeys.all, queryFn: () => askTester<ResetJson>('GET', '/reset') })

/** `POST /reset`: everything as in a new installation. Answers what can be undone; null when that could not be read. */
export async function resetTester(client: QueryClient): Promise<ResetJson | null> {
  await askTester<void>('POST', '/reset', {})
  startAfresh(client)
  // It is done, whatever becomes of this: told as failed it would be done once more, and the first could not be undone.
  return client.fetchQuery({ ...resetQuery(), staleTime: 0 }).catch(() => null)
}

/** Resets the tester. */
export function useReset() {
  const client = useQueryClient()
  return useMutation({ mutationFn: () => resetTester(client) })
}

/** `POST /reset/undo`: everything as before the last reset. */
export function useUndoReset() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => askTester<void>('POST', '/reset/undo', {}),
    onSuccess: () => takeUpAgain(client),
  })
}
