'use client'

import type { QueryClient } from '@tanstack/react-query'
import type { AgentJson } from '../server/tester/contract.ts'
import { agentKeys } from './agents-queries.ts'
import { callbackKeys, callbackQuery } from './callbacks-queries.ts'
import { customerKeys } from './customer/customer-keys.ts'
import { forget, remember } from './forgotten.ts'
import { useWireStore } from './wire/wire-store.ts'

/**
 * Forgets what the page kept about a contact centre that is no more, and looks at the new one. Customers keep their
 * names and their forms: they are the page's, and they may call again.
 */
export function startAfresh(client: QueryClient) {
  forget()
  useWireStore.getState().forget()
  client.setQueryData<AgentJson[]>(agentKeys.all, (agents) =>
    agents?.map((agent) => ({ ...agent, interactions: [] })),
  )
  lookAnew(client)
}

/** The contact centre is as it was before a reset: what the page forgot then is taken up again. */
export async function takeUpAgain(client: QueryClient) {
  await remember(async (ids) => {
    const known = await Promise.all(
      ids.map((id) => client.fetchQuery({ ...callbackQuery(id), staleTime: 0 }).catch(() => undefined)),
    )
    return new Set(ids.filter((_, index) => known[index] !== null))
  })
  lookAnew(client)
}

function lookAnew(client: QueryClient) {
  // What polled for a callback must not ask once more, only to be told that there is none.
  for (const queryKey of [callbackKeys.all, customerKeys.all]) client.removeQueries({ queryKey })
  void client.invalidateQueries()
}
