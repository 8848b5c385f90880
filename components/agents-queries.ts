'use client'

import { queryOptions, useMutation } from '@tanstack/react-query'
import type { AgentJson, CallbackJson, EntryJson, InteractionJson, Page } from '../server/tester/contract.ts'
import { callbackKeys } from './callbacks-queries.ts'
import { queueKeys } from './queues-queries.ts'
import { askTester } from './tester-client.ts'
import { useSettledMutation, useSettledMutationAt } from './settled-mutation.ts'

export const agentKeys = { all: ['agents'] as const }

/** All agents, in the contact centre's order. */
export const agentsQuery = () =>
  queryOptions({ queryKey: agentKeys.all, queryFn: () => askTester<AgentJson[]>('GET', '/agents') })

const agentPath = (id: string) => `/agents/${encodeURIComponent(id)}`
const interactionPath = (agent: string, serviceId: string, verb: string) =>
  `${agentPath(agent)}/interactions/${encodeURIComponent(serviceId)}/${verb}`

const changed = [agentKeys.all, callbackKeys.all, queueKeys.all]

/** A mutation that is over only when what it changed has been looked at again: no view shows half of it. */
const useAgentMutation = <Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) =>
  useSettledMutation(changed, mutationFn)

const setAgentState = (input: { agent: string; state: AgentJson['state']; reason?: string }) =>
  askTester<AgentJson>('POST', `${agentPath(input.agent)}/state`, {
    state: input.state,
    ...(input.reason === undefined ? {} : { reason: input.reason }),
  })

/** `POST /agents/{id}/state`. */
export const useSetAgentState = () => useAgentMutation(setAgentState)

/** The same of a place of the page, where its failure stays told in every layout. */
export const useSetAgentStateAt = (place: string) => useSettledMutationAt(place, changed, setAgentState)

/** What an agent is set up as: what `PUT /agents/{id}` takes. */
export type AgentProfileJson = Omit<
  AgentJson,
  | 'id'
  | 'place'
  | 'state'
  | 'stateReason'
  | 'stateSince'
  | 'interactions'
  | 'notOfferedBecause'
  | 'notOfferedPhrase'
>

/** An agent's profile as it is now. */
export function profileOf(agent: AgentJson): AgentProfileJson {
  const {
    id: _id,
    place: _place,
    state: _state,
    stateReason: _stateReason,
    stateSince: _stateSince,
    interactions: _interactions,
    notOfferedBecause: _notOfferedBecause,
    notOfferedPhrase: _notOfferedPhrase,
    ...profile
  } = agent
  return profile
}

/** `PUT /agents/{id}` with what changes; the rest of the profile is sent along, since PUT replaces. */
export const usePutAgent = () =>
  useAgentMutation((input: { agent: AgentJson; changes: Partial<AgentProfileJson> }) =>
    askTester<AgentJson>('PUT', agentPath(input.agent.id), { ...profileOf(input.agent), ...input.changes }),
  )

/** `PUT /agents/{id}`: a new agent, or all of an agent's profile. */
export const useSaveAgent = () =>
  useAgentMutation((input: { id: string; profile: Partial<AgentProfileJson> }) =>
    askTester<AgentJson>('PUT', agentPath(input.id), input.profile),
  )

/** `DELETE /agents/{id}`; refused while the agent has chats. */
export const useRemoveAgent = () =>
  useAgentMutation((input: { id: string }) => askTester<void>('DELETE', agentPath(input.id)))

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

/** Asks another agent to join; he rings. */
export const useConferenceInteraction = () =>
  useAgentMutation(({ agent, serviceId, other }: OnInteraction & { other: string }) =>
    askTester<void>('POST', interactionPath(agent, serviceId, 'conference'), { agent: other }),
  )

/** Says what came of a chat. */
export const useDisposeInteraction = () =>
  useAgentMutation(({ agent, serviceId, code, note }: OnInteraction & { code: string; note: string }) =>
    askTester<InteractionJson>('POST', interactionPath(agent, serviceId, 'disposition'), { code, note }),
  )

/** How far back the history of a customer is looked for. */
export const historyCallbacksMax = 200

/** The last callbacks of this installation, for a customer's history; push and mutations refresh it with all callbacks. */
export const recentCallbacksQuery = () =>
  queryOptions({
    queryKey: callbackKeys.recent,
    queryFn: () => askTester<Page<CallbackJson>>('GET', `/callbacks?limit=${historyCallbacksMax}`),
  })
