'use client'

import type { AgentJson, InteractionJson } from '../../server/tester/contract.ts'
import { useAcceptInteraction, useDeclineInteraction } from '../agents-queries.ts'
import { useAgentSelection } from './agent-selection.ts'
import { useAgentStore } from './agent-store.ts'

/** The reasons to decline that are offered; they go over the wire as they are. */
export const declineReasons = ['busy', 'wrong skill', 'technical problem'] as const

/** What an agent does with a chat that rings. */
export function useOffer(agent: AgentJson) {
  const accept = useAcceptInteraction()
  const decline = useDeclineInteraction()
  const { selectChat } = useAgentSelection()
  const wishFocus = useAgentStore((store) => store.wishFocus)
  return {
    accept,
    decline,
    /** The chat comes to the front, and the keyboard to its composer: what was pressed is gone. */
    acceptIt: ({ serviceId }: InteractionJson) => {
      if (accept.isPending) return
      // A promise, since the card that asks is gone by the time it is answered.
      accept.mutateAsync({ agent: agent.id, serviceId }).then(
        () => {
          selectChat(agent.id, serviceId)
          wishFocus({ place: 'composer', serviceId })
        },
        () => undefined,
      )
    },
    declineIt: ({ serviceId }: InteractionJson, reason: string) => {
      if (!decline.isPending) decline.mutate({ agent: agent.id, serviceId, reason })
    },
  }
}
