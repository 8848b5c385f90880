import type { AgentJson, InteractionJson } from '../../server/tester/contract.ts'
import { nameIn } from '../customer-name.ts'

/** One offer to one agent; the same callback may be offered to the same agent again. */
export const interactionKey = ({ serviceId, offeredAt }: InteractionJson) => `${serviceId} ${offeredAt}`

/** What rings or goes on. */
export const liveOf = ({ interactions }: AgentJson) => interactions.filter(({ state }) => state !== 'ended')

/**
 * The interaction the desktop shows: the chosen one while it lives, else a chat that goes on, else the chosen one
 * after its end, else the last chat that has ended. Null: there is none to show.
 */
export function shownInteraction(agent: AgentJson, chosen: string | null): InteractionJson | null {
  const chats = agent.interactions.filter(({ acceptedAt }) => acceptedAt !== null)
  const own = chats.find((one) => interactionKey(one) === chosen)
  if (own?.state === 'active') return own
  return chats.findLast(({ state }) => state === 'active') ?? own ?? chats.at(-1) ?? null
}

/** What the customer is called, from the submitted fields; the id when they say nothing. */
export const customerNameOf = ({ customer, serviceId }: InteractionJson): string =>
  nameIn(customer) ?? serviceId

/** What it is about, when a field says it. */
export function subjectOf({ customer }: InteractionJson): string | null {
  return [customer.subject, customer.Subject, customer.usr_reason].find((text) => text?.trim()) ?? null
}

/** How an interaction ended, in words. */
export function endingOf({ endedBy }: InteractionJson): string {
  switch (endedBy) {
    case 'customer':
      return 'the customer left'
    case 'agent':
      return 'the agent left'
    case 'declined':
      return 'declined'
    case 'missed':
      return 'missed'
    case 'withdrawn':
      return 'withdrawn'
    case 'transferred':
      return 'transferred'
    case 'time-out':
      return 'timed out'
    case 'cancelled':
      return 'cancelled'
    default:
      return endedBy ?? 'ended'
  }
}
