'use client'

import { queryOptions } from '@tanstack/react-query'
import type { AgentWhyJson, CallbackWhyJson } from '../server/tester/contract.ts'
import { queueKeys } from './queues-queries.ts'
import { askTester, TesterError } from './tester-client.ts'

/** Below the queues: whatever changes a queue may change a reason. */
export const whyKeys = {
  callback: (id: string) => [...queueKeys.all, 'why', 'callback', id] as const,
  agent: (id: string) => [...queueKeys.all, 'why', 'agent', id] as const,
}

/** Who is gone waits for nothing. */
const nullWhenGone = (error: unknown): null => {
  if (error instanceof TesterError && error.status === 404) return null
  throw error
}

/** `GET /callbacks/{id}/why`; null when the tester knows it no more. */
export const callbackWhyQuery = (id: string) =>
  queryOptions({
    queryKey: whyKeys.callback(id),
    queryFn: () =>
      askTester<CallbackWhyJson>('GET', `/callbacks/${encodeURIComponent(id)}/why`).catch(nullWhenGone),
  })

/** `GET /agents/{id}/why`; null when there is no such agent any more. */
export const agentWhyQuery = (id: string) =>
  queryOptions({
    queryKey: whyKeys.agent(id),
    queryFn: () =>
      askTester<AgentWhyJson>('GET', `/agents/${encodeURIComponent(id)}/why`).catch(nullWhenGone),
  })
