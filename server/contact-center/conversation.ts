import type { InteractionEnd } from './agent.ts'
import { cancelAlarm } from './alarm.ts'
import { endChat, partAgent } from './chat.ts'
import type { Chat } from './chat.ts'
import { cancelPlace, complete } from './completion.ts'
import type { AgentId, CompletionReason } from './contact-center.ts'
import { closeInteraction } from './interaction.ts'
import { endRinging } from './offer.ts'
import { agentAsSpeaker, writeLeft } from './transcript.ts'
import type { Turn } from './turn.ts'
import { newQueue, rememberHandled } from './virtual-queue.ts'

/** The agent leaves; the chat goes on, waits or ends as the caller says. */
export function leaveChat(turn: Turn, chat: Chat, agentId: AgentId, by: InteractionEnd): Chat {
  closeInteraction(turn, chat.callback, agentId, by)
  const agent = turn.tx.get('agent', agentId)
  const speaker = agentAsSpeaker(agent ?? { id: agentId, name: agentId })
  return writeLeft(turn, partAgent(chat, agentId), speaker)
}

/**
 * The chat is over, and with it a callback that was kept for it: connected, if an agent was ever in it, else for
 * `reason`.
 */
export function endConversation(
  turn: Turn,
  chat: Chat,
  by: 'customer' | 'agent' | 'time-out' | 'cancelled',
  reason: CompletionReason = 'FAIL_INTERACTION_DELETED',
) {
  if (chat.phase === 'ended') return
  cancelAlarm(turn, 'client', chat.callback)
  cancelPlace(turn, chat.callback)
  withdrawRinging(turn, chat)
  if (chat.phase === 'talking') {
    for (const agent of chat.agents) closeInteraction(turn, chat.callback, agent, by)
  }
  turn.tx.put('chat', endChat(chat, turn.now))
  const cause = turn.append({ type: 'chat-ended', callback: chat.callback, by })
  const rows = turn.rows.get(chat.callback)
  if (rows !== undefined) turn.rows.set(chat.callback, { ...rows, hasEnded: true, cause })
  const callback = turn.tx.get('callback', chat.callback)
  if (callback === undefined) return
  rememberTalk(turn, callback.queue, chat)
  if (callback.state === 'COMPLETED') return
  complete(turn, callback, chat.connectedAt === null ? reason : 'AGENT_CONNECTED', cause)
}

/** Nobody need answer any more. */
export function withdrawRinging(turn: Turn, chat: Chat) {
  const agent = endRinging(turn, chat, 'withdrawn')
  if (agent !== null) turn.append({ type: 'offer-withdrawn', callback: chat.callback, agent })
}

/** The queue's estimate learns from every chat an agent had. */
function rememberTalk(turn: Turn, name: string, chat: Chat) {
  if (chat.connectedAt === null) return
  const queue = turn.tx.get('queue', name) ?? newQueue(name)
  const seconds = Math.round((turn.now - chat.connectedAt) / 1000)
  turn.tx.put('queue', rememberHandled(queue, seconds, turn.limits.handledChatsMax))
}
