import { unavailability } from './agent.ts'
import type { Agent, Interaction, Unavailability } from './agent.ts'
import { backEndWords, routingStop } from './back-ends.ts'
import type { AgentView, InteractionView } from './contact-center.ts'
import { isDispositionOwed } from './disposition.ts'
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
  return {
    ...shown,
    interactions: interactions.map((interaction) => viewInteraction(turn, interaction)),
    notOfferedBecause: reason === null ? sayStop(turn) : sayUnavailability(agent, reason),
  }
}

/** What keeps routing from giving any agent a chat. */
function sayStop(turn: Turn): string | null {
  const stop = routingStop(turn)
  return stop === null ? null : `${backEndWords[stop.backEnd]} is down: no agent is given a chat`
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
export function sayUnavailability({ name, stateReason }: Agent, reason: Unavailability): string {
  const why = stateReason === null ? '' : ` (${stateReason})`
  switch (reason.kind) {
    case 'logged-out':
      return `${name} is logged out${why}`
    case 'not-ready':
      return `${name} is not ready${why}`
    case 'after-call-work':
      return `${name} is doing after-call work${why}`
    case 'ringing':
      return `${name} is being offered a chat`
    case 'full':
      return `${name} is at capacity: ${reason.chats} of ${reason.capacity} ${reason.capacity === 1 ? 'chat' : 'chats'}`
  }
}
