import type { Agent } from './agent.ts'
import type { Chat, ChatPlace } from './chat.ts'
import { waitForAgent } from './chat.ts'
import type { AgentId } from './contact-center.ts'
import { leaveChat } from './conversation.ts'
import { connectDirectly, putInLine } from './offer.ts'
import { ensureQueue, queueExists, servicesOfQueue } from './queue-services.ts'
import { Refused } from './refusal.ts'
import { requireAgent } from './require.ts'
import { isFree, readRoster } from './roster.ts'
import { parseTarget } from './target.ts'
import type { Turn } from './turn.ts'

/** Passes a chat on. A free agent is connected without ringing, so that leaving and joining are one push. Contract 4.4 [C]. */
export function transferChat(
  turn: Turn,
  chat: Chat,
  from: Agent,
  to: { agent: AgentId } | { queue: string },
) {
  if ('agent' in to) transferToAgent(turn, chat, from, requireAgent(turn, to.agent))
  else transferToQueue(turn, chat, from, to.queue)
}

function transferToAgent(turn: Turn, chat: Chat, from: Agent, agent: Agent) {
  if (agent.id === from.id || !isFree(turn, agent)) throw new Refused('agent-not-free', agent.id)
  connectDirectly(turn, leaveChat(turn, chat, from.id, 'transferred'), agent)
}

function transferToQueue(turn: Turn, chat: Chat, from: Agent, queue: string) {
  const place = placeIn(turn, chat, queue, from)
  ensureQueue(turn, queue)
  const left = leaveChat(turn, chat, from.id, 'transferred')
  // Another agent is still with the customer: nobody waits.
  if (left.phase === 'talking' && left.agents.length > 0) return
  const agent = readRoster(turn)
    .free(place.targetText, place.target)
    .find(({ id }) => id !== from.id)
  if (agent !== undefined) {
    connectDirectly(turn, waitForAgent(left, place), agent)
    return
  }
  // Who passed it on is not asked for it in this round.
  putInLine(turn, left, { ...place, refusedBy: [from.id] }, null)
}

/** A chat in another queue is routed as that queue's first service routes. Refused: `queue-not-found`. */
function placeIn(turn: Turn, chat: Chat, queue: string, from: Agent): ChatPlace {
  if (!queueExists(turn, queue)) throw new Refused('queue-not-found', queue)
  const callback = turn.tx.get('callback', chat.callback)
  if (callback === undefined) throw new Error(`chat without callback: ${chat.callback}`)
  const own = { queue, targetText: callback.targetText, target: callback.target }
  const rest = { isReturned: true, refusedBy: [from.id] }
  const [service] = servicesOfQueue(turn, queue)
  if (queue === callback.queue || service === undefined) return { ...own, ...rest }
  const parsed = parseTarget(service.options.target)
  if (!parsed.ok) return { ...own, ...rest }
  return { queue, targetText: service.options.target, target: parsed.target, ...rest }
}
