import type { Callback, QueuedCallback } from './callback.ts'
import { announceCallback, confirmCallback, waitAgain } from './callback.ts'
import { setAlarm } from './alarm.ts'
import { cancelWaiting } from './completion.ts'
import { readWaitingChats } from './line.ts'
import type { Place } from './line.ts'
import { notifyAvailable, withdrawAvailable } from './notification.ts'
import { offerChat } from './offer.ts'
import { readRoster } from './roster.ts'
import { surveyCentre } from './survey.ts'
import type { Prospect, Survey } from './survey.ts'
import type { Turn } from './turn.ts'

/**
 * Lets what has changed take effect: chats that wait are offered to free agents, then customers are told of agents
 * who are still free. Every turn that may have changed who waits or who is free ends with it. Decisions 6, 10, 11.
 */
export function route(turn: Turn) {
  offerWaitingChats(turn)
  const survey = surveyCentre(turn)
  for (const queue of survey.queues) {
    // A thousand who wait for nobody in particular cost nothing.
    const mayChange =
      survey.roster.freeCount > 0 ||
      survey.hasEstimate(queue) ||
      turn.tx.find('callback', 'announced', queue).length > 0
    if (!mayChange) continue
    survey.line(queue).forEach((place, index) => announce(turn, survey, place, index + 1))
  }
}

function offerWaitingChats(turn: Turn) {
  const chats = readWaitingChats(turn)
  if (chats.length === 0) return
  const roster = readRoster(turn)
  const taken = new Set<string>()
  for (const { callback, chat, targetText, target } of chats) {
    if (chat === null || taken.size === roster.freeCount) continue
    const agent = roster
      .free(targetText, target)
      .find(({ id }) => !taken.has(id) && !chat.place.refusedBy.includes(id))
    if (agent === undefined) continue
    taken.add(agent.id)
    offerChat(turn, chat, callback, agent)
  }
  // An agent who answers by himself may have room for one more.
  if (taken.size > 0) offerWaitingChats(turn)
}

function announce(turn: Turn, survey: Survey, place: Place, position: number) {
  const { callback } = place
  if (callback.state !== 'QUEUED') return
  const prospect = survey.prospect(place, position)
  if (callback.wait.kind === 'line' && prospect !== null) announceAgent(turn, callback, because(prospect))
  if (callback.wait.kind === 'announced' && prospect === null) lapse(turn, callback)
}

function because(prospect: Prospect): string {
  return prospect.kind === 'threshold' ? prospect.reason : `agent ${prospect.agent} is free`
}

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
  turn.append({ type: 'callback-confirmed', callback: callback.id }, cause)
  return confirmed
}

/** The agent it counted on is gone. */
function lapse(turn: Turn, callback: QueuedCallback) {
  turn.tx.put('callback', waitAgain(callback))
  cancelWaiting(turn, callback.id)
  turn.append({ type: 'announcement-lapsed', callback: callback.id })
  withdrawAvailable(turn, callback.id)
}
