'use client'

import { queryOptions, useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import type { EwtJson, EwtModelJson, QueueJson, ThresholdPreviewJson } from '../server/tester/contract.ts'
import { callbackKeys } from './callbacks-queries.ts'
import { movedEntries } from './queue/line-moves.ts'
import { askTester } from './tester-client.ts'
import { useSettledMutation } from './settled-mutation.ts'

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

const useQueueMutation = <Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) =>
  useSettledMutation([queueKeys.all, callbackKeys.all], mutationFn)

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

type Move = OfEntry & { position: number }

const moveKey = ['line', 'move'] as const

/** `PATCH …/entries/{serviceId}` with a position. */
export function useMoveInLine() {
  const client = useQueryClient()
  return useMutation({
    mutationKey: moveKey,
    mutationFn: ({ position, ...entry }: Move) =>
      askTester<QueueJson>('PATCH', entryPath(entry), { position }),
    // One after the other: each says where somebody stands when those before it are done.
    scope: { id: 'line' },
    onSettled: () => client.invalidateQueries({ queryKey: queueKeys.all }),
  })
}

/**
 * The queues as they will be once every move that is under way has been made: keys are faster than answers, and what
 * is read meanwhile may tell of the line before.
 */
export function useMovedQueues(queues: readonly QueueJson[] | undefined): readonly QueueJson[] | undefined {
  const moves = useMutationState({
    filters: { mutationKey: moveKey, status: 'pending' },
    select: ({ state }) => state.variables as Move | undefined,
  })
  return (
    queues &&
    moves.reduce<readonly QueueJson[]>(
      (moved, move) => (move ? movedEntries(moved, move.queue, move.serviceId, move.position) : moved),
      queues,
    )
  )
}

/** `PATCH …/entries/{serviceId}` with a priority. */
export const usePrioritise = () =>
  useQueueMutation(({ priority, ...entry }: OfEntry & { priority: number }) =>
    askTester<QueueJson>('PATCH', entryPath(entry), { priority }),
  )

/** `DELETE …/entries/{serviceId}`. */
export const useRemoveFromLine = () =>
  useQueueMutation((entry: OfEntry) => askTester<void>('DELETE', entryPath(entry)))
