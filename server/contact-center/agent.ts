import type { Millis } from '../runtime/clock.ts'
import type { AgentId, AgentState, AgentView, CallbackId } from './contact-center.ts'

/** Who serves. What an agent is busy with stands in the interactions. */
export interface Agent extends Omit<AgentView, 'interactions' | 'notOfferedBecause'> {
  /** Since when nothing was asked of the agent: ready, or the last chat over. */
  readonly idleSince: Millis
}

interface InteractionBase {
  readonly id: string
  readonly ordinal: number
  readonly agent: AgentId
  readonly callback: CallbackId
  readonly offeredAt: Millis
  readonly answerBy: Millis
}

export type InteractionEnd =
  'customer' | 'agent' | 'declined' | 'missed' | 'withdrawn' | 'transferred' | 'time-out' | 'cancelled'

/** One agent and one chat, from the offer on. */
export type Interaction = InteractionBase &
  (
    | { readonly state: 'ringing' }
    | { readonly state: 'active'; readonly acceptedAt: Millis }
    | {
        readonly state: 'ended'
        readonly acceptedAt: Millis | null
        readonly endedAt: Millis
        readonly endedBy: InteractionEnd
      }
  )

/** The state changes, or only its reason; `stateSince` tells of the state alone. */
export function changeState(agent: Agent, state: AgentState, reason: string | null, now: Millis): Agent {
  if (state === agent.state) return { ...agent, stateReason: reason }
  const idleSince = state === 'ready' ? now : agent.idleSince
  return { ...agent, state, stateReason: reason, stateSince: now, idleSince }
}

/** The agent has taken the chat. */
export function acceptInteraction(interaction: Interaction, now: Millis): Interaction {
  return { ...interaction, state: 'active', acceptedAt: now }
}

/** The agent has nothing to do with the chat any more, and why. */
export function endInteraction(interaction: Interaction, by: InteractionEnd, now: Millis): Interaction {
  const acceptedAt = interaction.state === 'ringing' ? null : interaction.acceptedAt
  return { ...interaction, state: 'ended', acceptedAt, endedAt: now, endedBy: by }
}

/** Why no chat comes to the agent, as data. */
export type Unavailability =
  | { readonly kind: AgentState }
  | { readonly kind: 'ringing' }
  | { readonly kind: 'full'; readonly capacity: number }

/** What keeps chats from this agent, given the interactions that have not ended; null when he is free. */
export function unavailability(agent: Agent, live: readonly Interaction[]): Unavailability | null {
  if (agent.state !== 'ready') return { kind: agent.state }
  if (live.some((interaction) => interaction.state === 'ringing')) return { kind: 'ringing' }
  if (live.length >= agent.capacity) return { kind: 'full', capacity: agent.capacity }
  return null
}

/** Longest idle first; agents who became idle at the same time, by id. */
export function byIdleTime(a: Agent, b: Agent): number {
  return a.idleSince - b.idleSince || (a.id < b.id ? -1 : 1)
}
