'use client'

import { queryOptions } from '@tanstack/react-query'
import type { GeneratorJson } from '../server/tester/contract.ts'
import { queueKeys } from './queues-queries.ts'
import { askTester } from './tester-client.ts'
import { useSettledMutation } from './settled-mutation.ts'

export const generatorKeys = { all: ['generators'] as const }

/** Of the customers that one brings, its queue alone is told. */
const askEveryMillis = 2000

/** `GET /generators`: the sources of synthetic customers; asked again while one of them runs. */
export const generatorsQuery = () =>
  queryOptions({
    queryKey: generatorKeys.all,
    queryFn: () => askTester<GeneratorJson[]>('GET', '/generators'),
    refetchInterval: ({ state }) =>
      state.data?.some(({ running, present }) => running || present > 0) ? askEveryMillis : false,
  })

export const generatorPath = (id: string) => `/generators/${encodeURIComponent(id)}`

const useGeneratorMutation = <Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) =>
  useSettledMutation([generatorKeys.all, queueKeys.all], mutationFn)

/** What a generator is asked to be; the tester judges it, field by field. */
export type GeneratorWish = Readonly<Record<string, unknown>>

/** `POST /generators`, or `PUT /generators/{id}` for one that is there. */
export const useSaveGenerator = () =>
  useGeneratorMutation(({ id, wish }: { id: string | null; wish: GeneratorWish }) =>
    id === null
      ? askTester<GeneratorJson>('POST', '/generators', wish)
      : askTester<GeneratorJson>('PUT', generatorPath(id), wish),
  )

/** `POST …/start` or `…/stop`. */
export const useRunGenerator = () =>
  useGeneratorMutation(({ id, verb }: { id: string; verb: 'start' | 'stop' }) =>
    askTester<GeneratorJson>('POST', `${generatorPath(id)}/${verb}`),
  )

/** `DELETE /generators/{id}`: its customers leave with it. */
export const useRemoveGenerator = () =>
  useGeneratorMutation(({ id }: { id: string }) => askTester<void>('DELETE', generatorPath(id)))
