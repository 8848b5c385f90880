import type { Millis } from '../runtime/clock.ts'
import type { Facts } from './rule.ts'
import type { AgentId, AgentState, AgentView, CallbackId } from './contact-center.ts'
import type { Disposition } from './disposition.ts'

/** Who serves. What an agent is busy with stands in the interactions. */
export interface Agent extends Omit<AgentView, 'interactions' | 'notOfferedBecause' | 'notOfferedPhrase'> {
  /** Since when nothing was asked of the agent: ready, his last chat taken, or his last chat over. */
  readonly idleSince: Millis
  /** How many of his interactions have not ended. */
  readonly liveCount: number
  /** One of them rings. */
  readonly isRinging: boolean
  /** Offers he has missed in a row since he became ready or took a chat. */
  readonly missedCount: number
}

interface InteractionBase {
  readonly id: string
  readonly ordinal: number
  readonly agent: AgentId
  readonly callback: CallbackId
  /** The queue whose customer it is. */
  readonly queue: string
  readonly offeredAt: Millis
  readonly answerBy: Millis
  /** What came of it; null until the agent says so. Undefined in data of a build that did not ask. */
  readonly disposition: Disposition | null | undefined
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
        /** Its agent had to say then what came of it. */
        readonly isDispositionDue: boolean
      }
  )

/** The state changes, or only its reason; `stateSince` tells of the state alone. */
export function changeState(agent: Agent, state: AgentState, reason: string | null, now: Millis): Agent {
  if (state === agent.state) return { ...agent, stateReason: reason }
  const idleSince = state === 'ready' ? now : agent.idleSince
  return { ...agent, state, stateReason: reason, stateSince: now, idleSince, missedCount: 0 }
}

/** What all states of an interaction share; spread last, as that of callbacks is. */
function base(interaction: Interaction): InteractionBase {
  const { id, ordinal, agent, callback, queue, offeredAt, answerBy, disposition = null } = interaction
  return { id, ordinal, agent, callback, queue, offeredAt, answerBy, disposition }
}

/** The agent has taken the chat. */
export function acceptInteraction(interaction: Interaction, now: Millis): Interaction {
  return { state: 'active', acceptedAt: now, ...base(interaction) }
}

/** The agent has nothing to do with the chat any more, and why. */
export function endInteraction(
  interaction: Interaction,
  by: InteractionEnd,
  now: Millis,
  isDispositionDue: boolean,
): Interaction {
  const acceptedAt = interaction.state === 'ringing' ? null : interaction.acceptedAt
  return { state: 'ended', acceptedAt, endedAt: now, endedBy: by, isDispositionDue, ...base(interaction) }
}

/** Why no chat comes to the agent: the rule, and what it was decided from. */
export type Unavailability =
  | { readonly rule: 'RT13'; readonly kind: Exclude<AgentState, 'ready'>; readonly since: Millis }
  | { readonly rule: 'RT9'; readonly kind: 'ringing' }
  | { readonly rule: 'RT9'; readonly kind: 'full'; readonly chats: number; readonly capacity: number }

/** What he is busy with, for whoever is refused him. */
export const factsOfBusy = (agent: Agent, isThere: boolean): Facts => ({
  agent: agent.id,
  because: isThere ? 'in this chat' : (unavailability(agent)?.kind ?? null),
  state: agent.state,
  chats: agent.liveCount,
  capacity: agent.capacity,
})

/** What keeps chats from this agent; null when he is free. */
export function unavailability(agent: Agent): Unavailability | null {
  const { state, stateSince: since, liveCount: chats, capacity } = agent
  if (state !== 'ready') return { rule: 'RT13', kind: state, since }
  if (agent.isRinging) return { rule: 'RT9', kind: 'ringing' }
  return chats >= capacity ? { rule: 'RT9', kind: 'full', chats, capacity } : null
}
