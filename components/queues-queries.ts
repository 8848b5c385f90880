'use client'

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { EwtModelJson, QueueJson } from '../server/tester/contract.ts'
import { callbackKeys } from './callbacks-queries.ts'
import { askTester } from './tester-client.ts'

export const queueKeys = {
  all: ['queues'] as const,
  ewtModels: ['ewt-models'] as const,
}

/** All virtual queues. */
export const queuesQuery = () =>
  queryOptions({ queryKey: queueKeys.all, queryFn: () => askTester<QueueJson[]>('GET', '/queues') })

/** The estimates there are to choose from, with their formula. They never change while the tester runs. */
export const ewtModelsQuery = () =>
  queryOptions({
    queryKey: queueKeys.ewtModels,
    queryFn: () => askTester<EwtModelJson[]>('GET', '/queues/ewt-models'),
    staleTime: Infinity,
  })

const queuePath = (name: string) => `/queues/${encodeURIComponent(name)}`

function useQueueMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: queueKeys.all }),
        client.invalidateQueries({ queryKey: callbackKeys.all }),
      ]),
  })
}

/** `PUT /queues/{vq}/ewt`; `seconds` with `fixed` only. */
export const useSetEwt = () =>
  useQueueMutation((input: { queue: string; setting: { model: string; seconds?: number } }) =>
    askTester<QueueJson>('PUT', `${queuePath(input.queue)}/ewt`, input.setting),
  )

/** `POST /queues/{vq}/callers`: synthetic customers. */
export const useAddCallers = () =>
  useQueueMutation((input: { queue: string; count: number }) =>
    askTester<string[]>('POST', `${queuePath(input.queue)}/callers`, { count: input.count }),
  )

/** `DELETE /queues/{vq}/callers`: the synthetic ones go. */
export const useRemoveCallers = () =>
  useQueueMutation((input: { queue: string }) =>
    askTester<void>('DELETE', `${queuePath(input.queue)}/callers`),
  )
