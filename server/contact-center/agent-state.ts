import type { Agent } from './agent.ts'
import { changeAgentState } from './agent-change.ts'
import { cancelAlarm } from './alarm.ts'
import { placeOfChat, ringingAt } from './chat.ts'
import type { AgentId, AgentState, CallbackId } from './contact-center.ts'
import { owedDispositions, requireDispositions } from './disposition.ts'
import { forgetRefusals, withdrawOffer } from './offer.ts'
import { Refused } from './refusal.ts'
import { liveInteractions } from './roster.ts'
import type { Turn } from './turn.ts'

/**
 * Refused: `agent-busy` when somebody who talks wants to log out, `disposition-missing` when who owes a code wants to be
 * ready. An offer is withdrawn from whoever goes.
 */
export function setAgentState(turn: Turn, agent: Agent, state: AgentState, reason: string | null) {
  const live = liveInteractions(turn, agent.id)
  if (state === 'logged-out' && live.some((interaction) => interaction.state === 'active')) {
    throw new Refused('agent-busy', agent.id, [], { agent: agent.id, chats: live.length }, 'AG6')
  }
  if (state === agent.state && reason === agent.stateReason) return
  if (state === 'ready' && state !== agent.state) requireDispositions(turn, agent)
  if (state !== agent.state) cancelAlarm(turn, 'wrap-up', agent.id)
  changeAgentState(turn, agent, state, reason)
  if (state === 'ready') askAgain(turn, agent)
  else for (const { callback } of live) withdraw(turn, callback, agent.id)
}

/** Who comes back to work may be offered what he declined before. */
function askAgain(turn: Turn, agent: Agent) {
  if (agent.state === 'ready') return
  for (const phase of ['waiting', 'ringing']) {
    // Who refused is the same for a whole lane.
    const lanes = turn.tx.lanes('chat', 'phase', phase).filter((lane) => {
      const head = lane.first()
      return head !== undefined && placeOfChat(head).refusedBy.includes(agent.id)
    })
    const chats = lanes.flatMap((lane) => [...lane.walk()])
    for (const chat of chats) forgetRefusals(turn, chat, agent.id)
  }
}

function withdraw(turn: Turn, callback: CallbackId, agent: AgentId) {
  const chat = turn.tx.get('chat', callback)
  if (chat !== undefined && ringingAt(chat) === agent) withdrawOffer(turn, chat)
}

/** After-call work has lasted long enough. AG12. Who owes a code ends it by hand. AG15. */
export function endWrapUp(turn: Turn, id: AgentId) {
  const agent = turn.tx.get('agent', id)
  if (agent?.state !== 'after-call-work' || owedDispositions(turn, agent).length > 0) return
  setAgentState(turn, agent, 'ready', null)
}
