import { factsOfBusy, unavailability } from './agent.ts'
import type { Agent } from './agent.ts'
import { standingOf } from './callback.ts'
import type { Chat, ChatPlace } from './chat.ts'
import { standInLine, waitForAgent } from './chat.ts'
import type { AgentId } from './contact-center.ts'
import { leaveChat, withdrawRinging } from './conversation.ts'
import { queueOfTalk } from './interaction.ts'
import { connectDirectly, putInLine } from './offer.ts'
import { ensureQueue, queueExists, servicesOfQueue } from './queue-services.ts'
import { Refused } from './refusal.ts'
import { requireAgent } from './require.ts'
import { readRoster } from './roster.ts'
import { firstFree } from './routing.ts'
import { stageAt } from './target-stage.ts'
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
  const isThere = chat.phase === 'talking' && chat.agents.includes(agent.id)
  if (isThere || unavailability(agent) !== null)
    throw new Refused('agent-not-free', agent.id, [], factsOfBusy(agent, isThere))
  const queue = queueOfTalk(turn, chat.callback, from.id)
  connectDirectly(turn, leaveChat(turn, chat, from.id, 'transferred'), agent, queue)
}

function transferToQueue(turn: Turn, chat: Chat, from: Agent, queue: string) {
  const place = placeIn(turn, chat, queue, from)
  const left = leaveChat(turn, chat, from.id, 'transferred')
  ensureQueue(turn, queue)
  // Another agent is still with the customer: nobody waits.
  if (left.phase === 'talking' && left.agents.length > 0) return
  withdrawRinging(turn, left)
  turn.append({ type: 'queue-entered', callback: chat.callback, queue })
  const agent = firstFree(readRoster(turn), place)
  if (agent !== undefined) {
    connectDirectly(turn, waitForAgent(left, place), agent, queue)
    return
  }
  putInLine(turn, left, place, null)
}

/** A chat in another queue is routed as that queue's first service routes. Refused: `queue-not-found`. */
function placeIn(turn: Turn, chat: Chat, queue: string, from: Agent): ChatPlace {
  if (!queueExists(turn, queue)) throw new Refused('queue-not-found', queue, [], { queue })
  const callback = turn.tx.get('callback', chat.callback)
  if (callback === undefined) throw new Error(`chat without callback: ${chat.callback}`)
  const own = { targetText: callback.targetText, target: callback.target }
  const [service] = servicesOfQueue(turn, queue)
  const parsed =
    queue === callback.queue || service === undefined ? undefined : parseTarget(service.options.target)
  const sought =
    service !== undefined && parsed?.ok === true
      ? { targetText: service.options.target, target: parsed.target }
      : own
  return standInLine({
    ...standingOf(callback),
    ...sought,
    queue,
    stage: stageAt(sought.target, 0),
    rank: 0,
    enteredAt: turn.now,
    // Who passed it on is not asked for it in this round.
    refusedBy: [from.id],
  })
}
