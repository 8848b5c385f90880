'use client'

import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { AgentJson } from '../server/tester/contract.ts'
import { useAgentStore } from './agent-desktop/agent-store.ts'
import { useMailboxStore } from './agent-desktop/mailbox-store.ts'
import { agentKeys } from './agents-queries.ts'
import { callbackKeys } from './callbacks-queries.ts'
import { customerKeys } from './customer/customer-keys.ts'
import { useCustomerStore } from './customer/customer-store.ts'
import { askTester } from './tester-client.ts'
import { useUiStore } from './ui-store.ts'
import { useWireStore } from './wire/wire-store.ts'

/**
 * Forgets what the page kept about a contact centre that is no more, and looks at the new one. Customers keep their
 * names and their forms: they are the page's, and they may call again.
 */
export function startAfresh(client: QueryClient) {
  useCustomerStore.getState().forgetSessions()
  useAgentStore.getState().forget()
  useMailboxStore.getState().forget()
  useWireStore.getState().forget()
  useUiStore.getState().selectCustomer('A')
  client.setQueryData<AgentJson[]>(agentKeys.all, (agents) =>
    agents?.map((agent) => ({ ...agent, interactions: [] })),
  )
  // What polled for a callback must not ask once more, only to be told that there is none.
  for (const queryKey of [callbackKeys.all, customerKeys.all]) client.removeQueries({ queryKey })
  void client.invalidateQueries()
}

/** `POST /reset`: everything as in a new installation. */
export function useReset() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => askTester<void>('POST', '/reset', {}),
    onSuccess: () => startAfresh(client),
  })
}
