'use client'

import {
  useMutation,
  useMutationState,
  type MutationState,
  type QueryClient,
  type UseMutationOptions,
} from '@tanstack/react-query'

/** How long a place that is not drawn keeps what was tried last: an hour. */
const keptMillis = 3_600_000

const filterOf = (place: string) => ({ mutationKey: ['kept', place], exact: true })

/** What was tried last at a place of the page, whichever component drew it then. */
export const useLastTry = <Input, Answer>(place: string) =>
  useMutationState<MutationState<Answer, Error, Input>>({
    filters: filterOf(place),
    select: ({ state }) => state,
  }).at(-1)

/**
 * A mutation that belongs to a place of the page and not to the component that draws it: where another layout draws the
 * place anew, what is under way there stays under way, and what failed there stays told.
 */
export function useKeptMutation<Input, Answer>(
  place: string,
  options: UseMutationOptions<Answer, Error, Input>,
) {
  const { mutationKey } = filterOf(place)
  const { mutate, mutateAsync, isIdle } = useMutation({ ...options, mutationKey, gcTime: keptMillis })
  const last = useLastTry<Input, Answer>(place)
  return {
    mutate,
    mutateAsync,
    isPending: last?.status === 'pending',
    isSuccess: last?.status === 'success',
    data: last?.data,
    error: last?.error ?? null,
    variables: last?.variables,
    /** Whether it was tried before this component was there. */
    isKept: isIdle && last !== undefined,
  }
}

/** Lets go of what was tried at a place that has begun anew. */
export function forgetTries(client: QueryClient, place: string) {
  const cache = client.getMutationCache()
  for (const mutation of cache.findAll(filterOf(place))) cache.remove(mutation)
}
