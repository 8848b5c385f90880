'use client'

import type { AgentJson } from '../../server/tester/contract.ts'
import { useLeaveInteraction } from '../agents-queries.ts'
import { useAgentStore } from './agent-store.ts'

/** Leaving a chat. Where the keyboard was is gone then: it goes on at what is to be said of the chat. */
export function useLeaveChat(agent: AgentJson) {
  const leave = useLeaveInteraction()
  const wishFocus = useAgentStore((store) => store.wishFocus)
  const leaveIt = (serviceId: string, onFailure?: (error: unknown) => void) => {
    if (leave.isPending) return
    // A promise, since the button that asks is gone by the time it is answered.
    leave.mutateAsync({ agent: agent.id, serviceId }).then(
      () => wishFocus({ place: 'disposition', serviceId }),
      (error: unknown) => onFailure?.(error),
    )
  }
  return { leave, leaveIt }
}
