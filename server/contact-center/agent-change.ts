import { changeState } from './agent.ts'
import type { Agent } from './agent.ts'
import type { AgentState } from './contact-center.ts'
import type { Turn } from './turn.ts'

/** The agent is in this state from now on; the event, whose number is answered, says which one ended and when it began. */
export function changeAgentState(
  turn: Turn,
  agent: Agent,
  state: AgentState,
  reason: string | null,
  cause?: number,
): number {
  const { id, state: from, stateSince: since } = agent
  turn.tx.put('agent', changeState(agent, state, reason, turn.now))
  return turn.append({ type: 'agent-state-changed', agent: id, state, reason, from, since }, cause)
}
