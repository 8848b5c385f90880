'use client'

import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useKeptMutation } from './kept-mutation.ts'

/** A mutation that is over only when what it changed has been looked at again: no view shows half of it. */
export function useSettledMutation<Input, Answer>(
  changes: readonly QueryKey[],
  mutationFn: (input: Input) => Promise<Answer>,
) {
  return useMutation({ mutationFn, onSettled: useLookAgain(changes) })
}

/** The same of a place of the page, where its failure stays told in every layout. */
export function useSettledMutationAt<Input, Answer>(
  place: string,
  changes: readonly QueryKey[],
  mutationFn: (input: Input) => Promise<Answer>,
) {
  return useKeptMutation(place, { mutationFn, onSettled: useLookAgain(changes) })
}

function useLookAgain(changes: readonly QueryKey[]) {
  const client = useQueryClient()
  return () => Promise.all(changes.map((queryKey) => client.invalidateQueries({ queryKey })))
}
