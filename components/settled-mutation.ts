'use client'

import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query'

/** A mutation that is over only when what it changed has been looked at again: no view shows half of it. */
export function useSettledMutation<Input, Answer>(
  changes: readonly QueryKey[],
  mutationFn: (input: Input) => Promise<Answer>,
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn,
    onSettled: () => Promise.all(changes.map((queryKey) => client.invalidateQueries({ queryKey }))),
  })
}
