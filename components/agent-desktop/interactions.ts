import type { AgentJson, InteractionJson } from '../../server/tester/contract.ts'
import { nameIn } from '../customer-name.ts'

/** One offer to one agent; the same callback may be offered to the same agent again. */
export const interactionKey = ({ serviceId, offeredAt }: InteractionJson) => `${serviceId} ${offeredAt}`

/** Whether both are the same offer. */
export const isSame = (one: InteractionJson, other: InteractionJson | null): boolean =>
  other !== null && interactionKey(one) === interactionKey(other)

/** What rings or goes on. */
export const liveOf = ({ interactions }: AgentJson) => interactions.filter(({ state }) => state !== 'ended')

/** Whether this agent is in this chat now. */
export const isInChat = (agents: readonly AgentJson[] | undefined, agent: string, chat: string): boolean =>
  agents
    ?.find(({ id }) => id === agent)
    ?.interactions.some(({ serviceId, state }) => serviceId === chat && state === 'active') === true

export const ringingOf = ({ interactions }: AgentJson) =>
  interactions.filter(({ state }) => state === 'ringing')

/**
 * The interaction the desktop shows: the chosen chat while it goes on, else one that goes on, else the chosen one after
 * its end, else the last chat that has ended. Null: there is none to show. A chat is chosen by its service id; whoever
 * looks back means it after its end, too.
 */
export function shownInteraction(
  agent: AgentJson,
  chosen: string | null,
  isLookingBack = false,
): InteractionJson | null {
  const chats = agent.interactions.filter(({ acceptedAt }) => acceptedAt !== null)
  const own = chats.findLast(({ serviceId }) => serviceId === chosen)
  if (own && (own.state === 'active' || isLookingBack)) return own
  return chats.findLast(({ state }) => state === 'active') ?? own ?? chats.at(-1) ?? null
}

/** Whether the chat in front is not all that goes on: without a list there would be no way to the others. */
export const hasOtherChats = (agent: AgentJson, shown: InteractionJson | null): boolean => {
  const live = liveOf(agent)
  return live.length > 1 || live.some((one) => one.state === 'active' && !isSame(one, shown))
}

/** Whether the agent is refused to be ready without this chat's disposition. Who works by himself is not asked. AG15. */
export const owesCode = (
  { dispositionMandatory, auto }: AgentJson,
  { isDispositionOwed }: InteractionJson,
): boolean => dispositionMandatory && auto === null && isDispositionOwed

/** The chats whose disposition the agent owes. */
export const owedOf = (agent: AgentJson) => agent.interactions.filter((one) => owesCode(agent, one))

/** The chats whose disposition the agent owes, but for this one. */
export const otherOwed = (agent: AgentJson, shown: InteractionJson) =>
  owedOf(agent).filter((one) => !isSame(one, shown))

/** What the customer is called, from the submitted fields; the id when they say nothing. */
export const customerNameOf = ({ customer, serviceId }: InteractionJson): string =>
  nameIn(customer) ?? serviceId

/** What it is about, when a field says it. */
export function subjectOf({ customer }: InteractionJson): string | null {
  return [customer.subject, customer.Subject, customer.usr_reason].find((text) => text?.trim()) ?? null
}

const endings = [
  'customer',
  'agent',
  'declined',
  'missed',
  'withdrawn',
  'transferred',
  'time-out',
  'cancelled',
] as const

/** How an interaction ended, as the contact centre calls it; `ended` for what it calls otherwise. */
export function endingOf({ endedBy }: InteractionJson): (typeof endings)[number] | 'ended' {
  return endings.find((one) => one === endedBy) ?? 'ended'
}
