'use client'

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { BackEndsJson } from '../server/tester/contract.ts'
import { askTester } from './tester-client.ts'

export const backEndKeys = { all: ['back-ends'] as const }

/** `GET /back-ends`: what GMS leans on, up or down. */
export const backEndsQuery = () =>
  queryOptions({ queryKey: backEndKeys.all, queryFn: () => askTester<BackEndsJson>('GET', '/back-ends') })

/** `PATCH /back-ends`; it may change everything there is to see. */
export function useSwitchBackEnds() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (changes: Partial<BackEndsJson>) => askTester<BackEndsJson>('PATCH', '/back-ends', changes),
    onSuccess: (backEnds) => client.setQueryData(backEndsQuery().queryKey, backEnds),
    onSettled: () => client.invalidateQueries(),
  })
}
