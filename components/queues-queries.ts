'use client'

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { EwtJson, EwtModelJson, QueueJson, ThresholdPreviewJson } from '../server/tester/contract.ts'
import { callbackKeys } from './callbacks-queries.ts'
import { movedEntries } from './queue/line-moves.ts'
import { askTester } from './tester-client.ts'

export const queueKeys = {
  all: ['queues'] as const,
  list: ['queues', 'list'] as const,
  ewtModels: ['ewt-models'] as const,
  /** Below the queues: whatever changes them changes what the models say. */
  estimates: (queue: string) => ['queues', 'estimates', queue] as const,
  threshold: (table: string) => ['thresholds', table] as const,
}

/** All virtual queues. */
export const queuesQuery = () =>
  queryOptions({ queryKey: queueKeys.list, queryFn: () => askTester<QueueJson[]>('GET', '/queues') })

/** The estimates there are to choose from, with their formula. They never change while the tester runs. */
export const ewtModelsQuery = () =>
  queryOptions({
    queryKey: queueKeys.ewtModels,
    queryFn: () => askTester<EwtModelJson[]>('GET', '/queues/ewt-models'),
    staleTime: Infinity,
  })

/** `GET /queues/{vq}/estimates`: what each model would say to a customer who came now. */
export const estimatesQuery = (queue: string) =>
  queryOptions({
    queryKey: queueKeys.estimates(queue),
    queryFn: () => askTester<EwtJson[]>('GET', `${queuePath(queue)}/estimates`),
  })

/** `GET /thresholds`: whom a table lets pass. It says the same for ever. */
export const thresholdQuery = (table: string) =>
  queryOptions({
    queryKey: queueKeys.threshold(table),
    queryFn: () => askTester<ThresholdPreviewJson>('GET', `/thresholds?table=${encodeURIComponent(table)}`),
    staleTime: Infinity,
    retry: false,
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

/** What is set of an estimate: a model, and those of its parameters that differ from their defaults. */
export interface EwtChoice {
  model: string
  seconds?: number
  samples?: number
  weight?: number
}

/** `PUT /queues/{vq}/ewt`. */
export const useSetEwt = () =>
  useQueueMutation((input: { queue: string; setting: EwtChoice }) =>
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

interface OfEntry {
  queue: string
  serviceId: string
}

export const entryPath = ({ queue, serviceId }: OfEntry) =>
  `${queuePath(queue)}/entries/${encodeURIComponent(serviceId)}`

/** `PATCH …/entries/{serviceId}` with a position. The line is shown as it will be at once: keys are faster than answers. */
export function useMoveInLine() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ position, ...entry }: OfEntry & { position: number }) =>
      askTester<QueueJson>('PATCH', entryPath(entry), { position }),
    // One after the other: each says where somebody stands when those before it are done.
    scope: { id: 'line' },
    onMutate: ({ queue, serviceId, position }) => {
      // What is on its way tells of the line before.
      void client.cancelQueries({ queryKey: queueKeys.list })
      client.setQueryData(
        queuesQuery().queryKey,
        (queues) => queues && movedEntries(queues, queue, serviceId, position),
      )
    },
    onSettled: () => client.invalidateQueries({ queryKey: queueKeys.all }),
  })
}

/** `PATCH …/entries/{serviceId}` with a priority. */
export const usePrioritise = () =>
  useQueueMutation(({ priority, ...entry }: OfEntry & { priority: number }) =>
    askTester<QueueJson>('PATCH', entryPath(entry), { priority }),
  )

/** `DELETE …/entries/{serviceId}`. */
export const useRemoveFromLine = () =>
  useQueueMutation((entry: OfEntry) => askTester<void>('DELETE', entryPath(entry)))
