import { beginWrapUp } from './wrap-up.ts'
import { endInteraction } from './agent.ts'
import { leavesDisposition } from './disposition.ts'
import type { Agent, Interaction, InteractionEnd } from './agent.ts'
import type { AgentId, CallbackId } from './contact-center.ts'
import type { Turn } from './turn.ts'

/** The agent's interaction with this chat that has not ended. */
export function liveInteraction(turn: Turn, callback: CallbackId, agent: AgentId): Interaction | undefined {
  return turn.tx
    .find('interaction', 'callback', callback)
    .find((interaction) => interaction.agent === agent && interaction.state !== 'ended')
}

/** The queue whose customer an agent talks with: another agent who comes into the chat serves it as well. */
export function queueOfTalk(turn: Turn, callback: CallbackId, agent: AgentId): string {
  const interaction = liveInteraction(turn, callback, agent)
  if (interaction === undefined) throw new Error(`${agent} is not in the chat ${callback}`)
  return interaction.queue
}

/** A new interaction that rings; it is not stored yet. */
export function newInteraction(
  turn: Turn,
  { callback, queue }: { readonly callback: CallbackId; readonly queue: string },
  agent: Agent,
  answerBy: number,
): Extract<Interaction, { state: 'ringing' }> {
  const ordinal = turn.next('interaction')
  const id = `${callback}/${ordinal}`
  return {
    id,
    ordinal,
    agent: agent.id,
    callback,
    queue,
    offeredAt: turn.now,
    answerBy,
    disposition: null,
    state: 'ringing',
  }
}

/** Stores it, and what the agent is busy with. Whoever has taken a chat, or is done with one, is idle from now on. */
export function keepInteraction(turn: Turn, interaction: Interaction) {
  const before = turn.tx.get('interaction', interaction.id)?.state ?? 'ended'
  const { agent: id, state } = interaction
  turn.tx.put('interaction', interaction)
  const agent = turn.tx.get('agent', id)
  if (agent === undefined) return
  const difference = Number(state !== 'ended') - Number(before !== 'ended')
  const isNewlyIdle = state === 'active' || before === 'active'
  turn.tx.put('agent', {
    ...agent,
    idleSince: isNewlyIdle ? turn.now : agent.idleSince,
    liveCount: agent.liveCount + difference,
    isRinging: state === 'ringing' || (agent.isRinging && before !== 'ringing'),
    missedCount: state === 'active' ? 0 : agent.missedCount,
  })
}

/** Ends what the agent had with the chat; whoever talked is idle from now on. Only the last few are kept. */
export function closeInteraction(turn: Turn, callback: CallbackId, agentId: AgentId, by: InteractionEnd) {
  const interaction = liveInteraction(turn, callback, agentId)
  if (interaction === undefined) return
  const agent = turn.tx.get('agent', agentId)
  // Whoever has the chat next says what came of it.
  const isDispositionDue =
    interaction.state === 'active' && by !== 'transferred' && agent !== undefined && leavesDisposition(agent)
  keepInteraction(turn, endInteraction(interaction, by, turn.now, isDispositionDue))
  if (interaction.state === 'active') {
    const { queue, acceptedAt: connectedAt } = interaction
    turn.append({ type: 'agent-released', callback, agent: agentId, queue, connectedAt })
    beginWrapUp(turn, agentId, interaction.id)
  }
  const others = turn.tx
    .find('interaction', 'agent', agentId)
    .filter(({ state }) => state === 'ended')
    .sort((a, b) => b.ordinal - a.ordinal)
  for (const { id } of others.slice(turn.limits.endedInteractionsMax)) turn.tx.delete('interaction', id)
}
