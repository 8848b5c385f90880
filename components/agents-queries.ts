'use client'

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { AgentJson, EntryJson, InteractionJson } from '../server/tester/contract.ts'
import { callbackKeys } from './callbacks-queries.ts'
import { queueKeys } from './queues-queries.ts'
import { askTester } from './tester-client.ts'

export const agentKeys = { all: ['agents'] as const }

/** All agents, in the contact centre's order. */
export const agentsQuery = () =>
  queryOptions({ queryKey: agentKeys.all, queryFn: () => askTester<AgentJson[]>('GET', '/agents') })

const agentPath = (id: string) => `/agents/${encodeURIComponent(id)}`
const interactionPath = (agent: string, serviceId: string, verb: string) =>
  `${agentPath(agent)}/interactions/${encodeURIComponent(serviceId)}/${verb}`

/** A mutation that is over only when what it changed has been looked at again: no view shows half of it. */
function useAgentMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: agentKeys.all }),
        client.invalidateQueries({ queryKey: callbackKeys.all }),
        client.invalidateQueries({ queryKey: queueKeys.all }),
      ]),
  })
}

/** `POST /agents/{id}/state`. */
export const useSetAgentState = () =>
  useAgentMutation((input: { agent: string; state: AgentJson['state']; reason?: string }) =>
    askTester<AgentJson>('POST', `${agentPath(input.agent)}/state`, {
      state: input.state,
      ...(input.reason === undefined ? {} : { reason: input.reason }),
    }),
  )

/** `PUT /agents/{id}` with what changes; the rest of the profile is sent along, since PUT replaces. */
export const usePutAgent = () =>
  useAgentMutation(
    (input: { agent: AgentJson; changes: Partial<Pick<AgentJson, 'capacity' | 'autoAnswer'>> }) => {
      const { name, groups, skills, capacity, autoAnswer } = input.agent
      return askTester<AgentJson>('PUT', agentPath(input.agent.id), {
        name,
        groups,
        skills,
        capacity,
        autoAnswer,
        ...input.changes,
      })
    },
  )

interface OnInteraction {
  agent: string
  serviceId: string
}

export const useAcceptInteraction = () =>
  useAgentMutation(({ agent, serviceId }: OnInteraction) =>
    askTester<InteractionJson>('POST', interactionPath(agent, serviceId, 'accept')),
  )

export const useDeclineInteraction = () =>
  useAgentMutation(({ agent, serviceId, reason }: OnInteraction & { reason: string }) =>
    askTester<void>('POST', interactionPath(agent, serviceId, 'decline'), { reason }),
  )

export const useSayAsAgent = () =>
  useAgentMutation(({ agent, serviceId, text }: OnInteraction & { text: string }) =>
    askTester<EntryJson>('POST', interactionPath(agent, serviceId, 'message'), { text }),
  )

/** Typing changes nothing that must be looked at before the next key: the push brings it. */
export const useTypeAsAgent = () =>
  useMutation({
    mutationFn: ({ agent, serviceId, typing }: OnInteraction & { typing: boolean }) =>
      askTester<void>('POST', interactionPath(agent, serviceId, 'typing'), { typing }),
  })

export const useTransferInteraction = () =>
  useAgentMutation(
    ({ agent, serviceId, to }: OnInteraction & { to: { agent: string } | { queue: string } }) =>
      askTester<void>('POST', interactionPath(agent, serviceId, 'transfer'), to),
  )

export const useLeaveInteraction = () =>
  useAgentMutation(({ agent, serviceId }: OnInteraction) =>
    askTester<void>('POST', interactionPath(agent, serviceId, 'leave')),
  )
