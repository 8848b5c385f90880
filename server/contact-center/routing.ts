import type { Callback, QueuedCallback } from './callback.ts'
import { announceCallback, attachChat, confirmCallback, isCall, waitAgain } from './callback.ts'
import type { Agent } from './agent.ts'
import { routingStop } from './back-ends.ts'
import { setAlarm } from './alarm.ts'
import type { ChatPlace, WaitingChat } from './chat.ts'
import { cancelWaiting } from './completion.ts'
import type { CallbackId } from './contact-center.ts'
import { placeCall } from './create-chat.ts'
import { notifyAvailable, withdrawAvailable } from './notification.ts'
import { offerChat } from './offer.ts'
import { nextPolls, setPolls } from './polling.ts'
import { readRoster } from './roster.ts'
import type { Roster } from './roster.ts'
import { byLine } from './standing.ts'
import { surveyCentre } from './survey.ts'
import type { Prospect, Survey } from './survey.ts'
import type { Turn } from './turn.ts'

/**
 * Lets what has changed take effect: chats that wait are offered to free agents, then customers are told of agents
 * who are still free. Every turn that may have changed who waits or who is free ends with it. Decisions 6, 10, 11.
 */
export function route(turn: Turn) {
  // BE2, BE5: whoever has been told or is ringing stays so.
  if (routingStop(turn) !== null) return
  offerWaitingChats(turn)
  setPolls(turn, nextPolls(turn, tellOfAgents(turn).judged()))
}

/**
 * Tells who is to be told of an agent, and who has lost one, until nobody is left; answers how the centre stands then.
 * Whoever has been told chooses before others, so that an agent may become free for one more. RT1, RT3.
 */
function tellOfAgents(turn: Turn): Survey {
  const lapsed = new Set<CallbackId>()
  for (;;) {
    const survey = surveyCentre(turn)
    // Nobody is told again in the turn in which he lost an agent: each is decided on twice at most.
    const decisions = survey.decisions().filter(({ callback }) => !lapsed.has(callback.id))
    if (decisions.length === 0) return survey
    for (const { callback, prospect } of decisions) {
      if (prospect === null) {
        lapse(turn, callback)
        lapsed.add(callback.id)
      } else {
        announceAgent(turn, callback, because(prospect))
      }
    }
  }
}

/** One by one: whoever has taken a chat may have room for another, and conditions of targets may hold no more. */
function offerWaitingChats(turn: Turn) {
  for (;;) {
    const next = nextOffer(turn)
    if (next === undefined) return
    const callback = turn.tx.get('callback', next.chat.callback)
    if (callback === undefined) throw new Error(`chat without callback: ${next.chat.callback}`)
    offerChat(turn, next.chat, callback, next.agent)
  }
}

/** The first chat of the line for whom an agent is free, and the longest idle of these. RT6, RT7, RT11. */
function nextOffer(turn: Turn): { chat: WaitingChat; agent: Agent } | undefined {
  const lanes = turn.tx.lanes('chat', 'phase', 'waiting')
  if (lanes.length === 0 || turn.tx.lane('agent', 'free', 'free', '') === undefined) return undefined
  const roster = readRoster(turn)
  let next: { chat: WaitingChat; agent: Agent } | undefined
  for (const lane of lanes) {
    const chat = lane.first()
    if (chat?.phase !== 'waiting') continue
    if (next !== undefined && byLine(chat.place, next.chat.place, turn.now) > 0) continue
    const agent = firstFree(roster, chat.place)
    if (agent !== undefined) next = { chat, agent }
  }
  return next
}

/** The longest idle agent who may be asked for a chat at this place. */
export function firstFree(roster: Roster, place: ChatPlace): Agent | undefined {
  for (const agent of roster.free(place)) if (!place.refusedBy.includes(agent.id)) return agent
  return undefined
}

const because = (prospect: Prospect): string =>
  prospect.rule === 'RT2' ? prospect.reason : `agent ${prospect.agent} is free`

/** Tells the customer that an agent is available, for the first time or once more. */
export function announceAgent(turn: Turn, callback: QueuedCallback, reason: string) {
  const announced = announceCallback(callback, turn.now)
  if (announced.wait.kind !== 'announced') return
  const { attempt, confirmBy } = announced.wait
  turn.tx.put('callback', announced)
  const cause = turn.append({ type: 'agent-available', callback: callback.id, attempt, because: reason })
  notifyAvailable(turn, announced, cause)
  if (announced.options.waitForUserConfirm) {
    setAlarm(turn, 'confirmation', callback.id, confirmBy, cause)
  } else {
    confirm(turn, announced, cause)
  }
}

/** The customer is ready for the agent, by his own word or by what the service says. */
export function confirm(turn: Turn, callback: QueuedCallback, cause?: number): Callback {
  const confirmed = confirmCallback(callback)
  turn.tx.put('callback', confirmed)
  cancelWaiting(turn, callback.id)
  const confirmation = turn.append({ type: 'callback-confirmed', callback: callback.id }, cause)
  if (!isCall(confirmed)) return confirmed
  placeCall(turn, confirmed, confirmation)
  return attachChat(confirmed)
}

/** The agent it counted on is gone. */
function lapse(turn: Turn, callback: QueuedCallback) {
  turn.tx.put('callback', waitAgain(callback))
  cancelWaiting(turn, callback.id)
  turn.append({ type: 'announcement-lapsed', callback: callback.id })
  withdrawAvailable(turn, callback.id)
}
