import { endInteraction } from './agent.ts'
import type { Agent, Interaction, InteractionEnd } from './agent.ts'
import type { AgentId, CallbackId } from './contact-center.ts'
import type { Turn } from './turn.ts'

/** The agent's interaction with this chat that has not ended. */
export function liveInteraction(turn: Turn, callback: CallbackId, agent: AgentId): Interaction | undefined {
  return turn.tx
    .find('interaction', 'callback', callback)
    .find((interaction) => interaction.agent === agent && interaction.state !== 'ended')
}

/** A new interaction that rings; it is not stored yet. */
export function newInteraction(
  turn: Turn,
  callback: CallbackId,
  agent: Agent,
  answerBy: number,
): Extract<Interaction, { state: 'ringing' }> {
  const ordinal = turn.next('interaction')
  const id = `${callback}/${ordinal}`
  return { id, ordinal, agent: agent.id, callback, offeredAt: turn.now, answerBy, state: 'ringing' }
}

/** Ends what the agent had with the chat; whoever talked is idle from now on. Only the last few are kept. */
export function closeInteraction(turn: Turn, callback: CallbackId, agentId: AgentId, by: InteractionEnd) {
  const interaction = liveInteraction(turn, callback, agentId)
  if (interaction === undefined) return
  turn.tx.put('interaction', endInteraction(interaction, by, turn.now))
  const agent = turn.tx.get('agent', agentId)
  if (agent !== undefined && interaction.state === 'active') {
    turn.tx.put('agent', { ...agent, idleSince: turn.now })
  }
  const ended = turn.tx
    .find('interaction', 'agent', agentId)
    .filter(({ state }) => state === 'ended')
    .sort((a, b) => b.ordinal - a.ordinal)
  for (const { id } of ended.slice(turn.limits.endedInteractionsMax)) turn.tx.delete('interaction', id)
}
