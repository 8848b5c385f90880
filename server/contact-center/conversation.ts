import type { InteractionEnd } from './agent.ts'
import { cancelAlarm } from './alarm.ts'
import type { Callback } from './callback.ts'
import { endChat, partAgent } from './chat.ts'
import type { Chat } from './chat.ts'
import { cancelPlace, complete } from './completion.ts'
import type { Ending } from './ending.ts'
import type { AgentId } from './contact-center.ts'
import { closeInteraction } from './interaction.ts'
import { endRinging } from './offer.ts'
import { agentAsSpeaker, customerOf, writeLeft } from './transcript.ts'
import type { Turn } from './turn.ts'

/** The agent leaves; the chat goes on, waits or ends as the caller says. */
export function leaveChat(turn: Turn, chat: Chat, agentId: AgentId, by: InteractionEnd): Chat {
  const agent = turn.tx.get('agent', agentId)
  const speaker = agentAsSpeaker(agent ?? { id: agentId, name: agentId })
  const left = writeLeft(turn, partAgent(chat, agentId), speaker)
  closeInteraction(turn, chat.callback, agentId, by)
  return left
}

/**
 * The chat is over, and with it a callback that was kept for it: connected, if an agent was ever in it, else as
 * `ending` says.
 */
export function endConversation(
  turn: Turn,
  chat: Chat,
  by: 'customer' | 'agent' | 'time-out' | 'cancelled',
  ending: Ending = { reason: 'FAIL_INTERACTION_DELETED', rule: 'CH12' },
) {
  if (chat.phase === 'ended') return
  cancelAlarm(turn, 'client', chat.callback)
  cancelPlace(turn, chat.callback)
  withdrawRinging(turn, chat)
  turn.tx.put('chat', endChat(chat, turn.now))
  const cause = turn.append({ type: 'chat-ended', callback: chat.callback, by })
  if (chat.phase === 'talking') {
    for (const agent of chat.agents) closeInteraction(turn, chat.callback, agent, by)
  } else {
    const { queue, enteredAt: waitedSince } = chat.place
    turn.append(
      { type: 'queue-abandoned', callback: chat.callback, queue, waitedSince, reason: ending.reason },
      cause,
    )
  }
  const rows = turn.rows.get(chat.callback)
  if (rows !== undefined) turn.rows.set(chat.callback, { ...rows, hasEnded: true, cause })
  const callback = turn.tx.get('callback', chat.callback)
  if (callback === undefined) return
  if (callback.state === 'COMPLETED') return
  complete(turn, callback, chat.connectedAt === null ? ending : connected, cause)
}

/** Somebody else than the customer gives the callback up, and its chat with it; routing is the caller's to run. */
export function cancelCallback(turn: Turn, callback: Callback, ending: Ending) {
  const chat = turn.tx.get('chat', callback.id)
  if (chat === undefined) complete(turn, callback, ending)
  else endConversation(turn, writeLeft(turn, chat, customerOf(chat)), 'cancelled', ending)
}

/** Customer and agent have met: what a callback is for. */
const connected: Ending = { reason: 'AGENT_CONNECTED', rule: 'CB6' }

/** Nobody need answer any more. */
export function withdrawRinging(turn: Turn, chat: Chat) {
  const agent = endRinging(turn, chat, 'withdrawn')
  if (agent !== null) turn.append({ type: 'offer-withdrawn', callback: chat.callback, agent })
}
