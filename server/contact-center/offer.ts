import { acceptInteraction } from './agent.ts'
import type { Agent, Interaction } from './agent.ts'
import { changeAgentState } from './agent-change.ts'
import { cancelAlarm, setAlarm } from './alarm.ts'
import type { Callback } from './callback.ts'
import { processCallback, reserveMillis } from './callback.ts'
import { joinAgent, refusedBy, ringAgent, ringingAt, standInLine, waitForAgent } from './chat.ts'
import type { Chat, ChatPlace, WaitingChat } from './chat.ts'
import { cancelPlace, complete } from './completion.ts'
import type { AgentId } from './contact-center.ts'
import { setDeadline } from './deadline.ts'
import { closeInteraction, keepInteraction, newInteraction } from './interaction.ts'
import { awaitNextTarget } from './next-target.ts'
import { agentAsSpeaker, writeJoined } from './transcript.ts'
import type { Turn } from './turn.ts'

/** Reserves the agent for the chat: it rings until it is answered or the time is over. Decision 10. */
export function offerChat(turn: Turn, chat: WaitingChat, callback: Callback, agent: Agent) {
  const interaction = newInteraction(
    turn,
    { callback: callback.id, queue: chat.place.queue },
    agent,
    turn.now + reserveMillis(callback),
  )
  const ringing = ringAgent(chat, agent.id)
  keepInteraction(turn, interaction)
  turn.tx.put('chat', ringing)
  cancelAlarm(turn, 'refusals', callback.id)
  const { answerBy } = interaction
  const cause = turn.append({ type: 'agent-offered', callback: callback.id, agent: agent.id, answerBy })
  if (agent.autoAnswer) connectAgent(turn, ringing, agent, interaction)
  else setAlarm(turn, 'ring', callback.id, answerBy, cause)
}

/** The agent takes the chat: he joins, and its callback has reached its aim. Decision 9. */
export function connectAgent(
  turn: Turn,
  chat: Chat,
  agent: Agent,
  interaction: Interaction,
  isTransfer = false,
): Interaction {
  const accepted = acceptInteraction(interaction, turn.now)
  keepInteraction(turn, accepted)
  // It may ring at another one, who is asked to join.
  if (ringingAt(chat) === agent.id) cancelAlarm(turn, 'ring', chat.callback)
  cancelPlace(turn, chat.callback)
  const { cause } = writeJoined(turn, joinAgent(chat, agent.id, turn.now), agentAsSpeaker(agent))
  const waitedSince = 'place' in chat ? chat.place.enteredAt : null
  const { callback: id, queue } = interaction
  turn.append(
    { type: 'agent-connected', callback: id, agent: agent.id, queue, waitedSince, isTransfer },
    cause,
  )
  const callback = turn.tx.get('callback', chat.callback)
  if (callback?.state === 'ROUTING') {
    if (callback.options.retainsSession) processing(turn, callback, cause)
    else complete(turn, callback, { reason: 'AGENT_CONNECTED', rule: 'CB6' }, cause)
  }
  return accepted
}

/** It is kept to show that they talk, for as long as the service waits for the end of that. */
function processing(turn: Turn, callback: Callback, cause: number) {
  const talking = processCallback(callback, turn.now)
  turn.tx.put('callback', talking)
  setDeadline(turn, talking, cause)
}

/** Connects without ringing, as a transfer does. */
export function connectDirectly(turn: Turn, chat: Chat, agent: Agent, queue: string) {
  const interaction = newInteraction(turn, { callback: chat.callback, queue }, agent, turn.now)
  connectAgent(turn, chat, agent, interaction, true)
}

/** The agent said no: a chat that needs him goes back in line, and he is not asked again in this round. */
export function declineOffer(turn: Turn, chat: Chat, reason: string | null) {
  const agent = endRinging(turn, chat, 'declined')
  if (agent === null) return
  const cause = turn.append({ type: 'offer-declined', callback: chat.callback, agent, reason })
  goOn(turn, chat, agent, cause)
}

/** Nobody answered: the chat goes back in line, and whoever has missed too many is not ready any more. RT5. */
export function missOffer(turn: Turn, chat: Chat) {
  const agent = endRinging(turn, chat, 'missed')
  if (agent === null) return
  const cause = turn.append({ type: 'offer-missed', callback: chat.callback, agent })
  goOn(turn, chat, countMissed(turn, agent, cause) ? null : agent, cause)
}

/** Whether the agent has become not-ready by it. */
function countMissed(turn: Turn, id: AgentId, cause: number): boolean {
  const agent = turn.tx.get('agent', id)
  if (agent === undefined) return false
  const missedCount = agent.missedCount + 1
  if (agent.notReadyAfterMissed === 0 || missedCount < agent.notReadyAfterMissed) {
    turn.tx.put('agent', { ...agent, missedCount })
    return false
  }
  changeAgentState(turn, agent, 'not-ready', 'missed', cause)
  return true
}

/** The agent is no longer there for it, and was not asked to be. */
export function withdrawOffer(turn: Turn, chat: Chat) {
  const agent = endRinging(turn, chat, 'withdrawn')
  if (agent === null) return
  const cause = turn.append({ type: 'offer-withdrawn', callback: chat.callback, agent })
  goOn(turn, chat, null, cause)
}

/** Ends the ringing, without saying what becomes of the chat; answers at whom it rang. */
export function endRinging(turn: Turn, chat: Chat, by: 'declined' | 'missed' | 'withdrawn'): AgentId | null {
  const agent = ringingAt(chat)
  if (agent === null) return null
  cancelAlarm(turn, 'ring', chat.callback)
  closeInteraction(turn, chat.callback, agent, by)
  return agent
}

/** After an offer came to nothing, a chat that needs an agent waits; one that has another goes on without him. */
function goOn(turn: Turn, chat: Chat, refusing: AgentId | null, cause: number) {
  if (chat.phase === 'talking') turn.tx.put('chat', { ...chat, invited: null })
  if (chat.phase !== 'ringing') return
  putInLine(turn, chat, refusing === null ? chat.place : refusedBy(chat.place, refusing), cause)
}

/** The chat waits before all others. Who refused it is asked again after one reserve time. */
export function putInLine(turn: Turn, chat: Chat, place: ChatPlace, cause: number | null) {
  turn.tx.put('chat', waitForAgent(chat, standInLine({ ...place, rank: 0 })))
  awaitNextTarget(turn, chat.callback, place, cause)
  const callback = turn.tx.get('callback', chat.callback)
  if (callback === undefined || place.refusedBy.length === 0) return
  setAlarm(turn, 'refusals', chat.callback, turn.now + reserveMillis(callback), cause)
}

/** Whoever refused a chat may be asked for it again: one agent, or all of them. */
export function forgetRefusals(turn: Turn, chat: Chat, agent?: AgentId) {
  if (chat.phase !== 'waiting' && chat.phase !== 'ringing') return
  const left = agent === undefined ? [] : chat.place.refusedBy.filter((other) => other !== agent)
  if (left.length === chat.place.refusedBy.length) return
  turn.tx.put('chat', { ...chat, place: standInLine({ ...chat.place, refusedBy: left }) })
  if (left.length === 0) cancelAlarm(turn, 'refusals', chat.callback)
}
