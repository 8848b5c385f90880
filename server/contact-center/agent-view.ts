import { unavailability } from './agent.ts'
import type { Agent, Interaction, Unavailability } from './agent.ts'
import { routingStop } from './back-ends.ts'
import type { AgentView, InteractionView } from './contact-center.ts'
import { isDispositionOwed } from './disposition.ts'
import type { Phrase } from './phrase.ts'
import { sayReason } from './reason-words.ts'
import type { Turn } from './turn.ts'

/** An agent as the edges see him, interactions oldest first, with why no chat comes to him. */
export function viewAgent(turn: Turn, agent: Agent): AgentView {
  const interactions = turn.tx.find('interaction', 'agent', agent.id).sort((a, b) => a.ordinal - b.ordinal)
  const {
    idleSince: _idleSince,
    liveCount: _liveCount,
    isRinging: _isRinging,
    missedCount: _missedCount,
    ...shown
  } = agent
  const reason = unavailability(agent)
  const because = reason === null ? sayStop(turn) : sayUnavailability(agent, reason)
  return {
    ...shown,
    interactions: interactions.map((interaction) => viewInteraction(turn, interaction)),
    notOfferedBecause: because?.text ?? null,
    notOfferedPhrase: because,
  }
}

/** What keeps routing from giving any agent a chat. */
function sayStop(turn: Turn): Phrase | null {
  const stop = routingStop(turn)
  return stop === null ? null : sayReason('stoppedForAgents', { backEnd: stop.backEnd })
}

/** An interaction with everything the customer has submitted, callback first, chat over it. */
export function viewInteraction(turn: Turn, interaction: Interaction): InteractionView {
  const { callback, state, offeredAt, answerBy } = interaction
  const properties = turn.tx.get('callback', callback)?.properties
  const chatProperties = turn.tx.get('chat', callback)?.input.properties
  return {
    callback,
    state,
    customer: { ...properties, ...chatProperties },
    offeredAt,
    answerBy,
    acceptedAt: interaction.state === 'ringing' ? null : interaction.acceptedAt,
    endedAt: interaction.state === 'ended' ? interaction.endedAt : null,
    endedBy: interaction.state === 'ended' ? interaction.endedBy : null,
    disposition: interaction.disposition ?? null,
    isDispositionOwed: isDispositionOwed(interaction),
  }
}

/** As one sentence. */
export function sayUnavailability({ name, stateReason }: Agent, reason: Unavailability): Phrase {
  const agent = name
  if (reason.kind === 'full') {
    return sayReason('full', { agent, chats: reason.chats, capacity: reason.capacity })
  }
  const state = sayReason(unavailableKeys[reason.kind], { agent })
  return stateReason === null || reason.kind === 'ringing'
    ? state
    : sayReason('withReason', { state, reason: stateReason })
}

const unavailableKeys = {
  'logged-out': 'loggedOut',
  'not-ready': 'notReady',
  'after-call-work': 'afterCallWork',
  ringing: 'ringing',
} as const
