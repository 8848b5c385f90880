/** What the events of a walk say has become of everybody, for comparison with what is kept. */
import type { AgentId, CallbackId, NotificationId } from '../contact-center/contact-center.ts'
import type { CentreEvent } from '../contact-center/event.ts'
import { countInto, newRecount } from '../contact-center/recount.ts'
import type { Recount } from '../contact-center/recount.ts'
import type { Millis } from '../runtime/clock.ts'
import type { Numbered } from '../storage/port.ts'

/** As far as events say; `MOVED`: SCHEDULED, QUEUED or PAUSED, since its time was changed. */
export type JourneyState =
  'SCHEDULED' | 'QUEUED' | 'PAUSED' | 'MOVED' | 'ROUTING' | 'PROCESSING' | 'COMPLETED' | 'FORGOTTEN'

export interface Journey {
  state: JourneyState
  /** Since when it stands in line; null: it does not, or nobody knows. */
  waitsSince: Millis | null
  /** Whom it rings at. */
  ringsAt: AgentId | null
  readonly talksWith: Set<AgentId>
  /** Whether it was ever offered to an agent, or passed on by one. */
  wasOffered: boolean
  /** Who said no in this round, and when. */
  readonly saidNo: Map<AgentId, Millis>
  /** How long an offer rings, once there was one. */
  ringMillis: Millis
  /** The last agent who left it. */
  leftBy: AgentId | null
  /** The event with which it was passed on to a queue. */
  passedOnWith: number | null
}

/** Everything the events have said since everything was forgotten last. */
export interface Ledger {
  readonly journeys: Map<CallbackId, Journey>
  readonly notifications: Map<NotificationId, 'queued' | 'settled'>
  last: { number: number; at: Millis }
  /** How long those have waited who wait no more, in all … */
  waitedMillis: Millis
  /** … and how many waited, times for how long, up to the last event. */
  waitingMillis: Millis
  /** Statistics as the events make them. */
  readonly figures: Recount
}

export const newLedger = (): Ledger => ({
  journeys: new Map(),
  notifications: new Map(),
  last: { number: 0, at: 0 },
  waitedMillis: 0,
  waitingMillis: 0,
  figures: newRecount(),
})

export const countWaiting = ({ journeys }: Ledger): number =>
  [...journeys.values()].filter(({ waitsSince }) => waitsSince !== null).length

/** Takes down one event. */
export function enter(ledger: Ledger, event: Numbered<CentreEvent>) {
  const passed = event.at - ledger.last.at
  ledger.waitingMillis += countWaiting(ledger) * passed
  ledger.last = { number: event.number, at: event.at }
  countInto(ledger.figures, event)
  if (event.type === 'notification-queued') ledger.notifications.set(event.notification, 'queued')
  else if (event.type === 'notification-delivered' || event.type === 'notification-dropped')
    ledger.notifications.set(event.notification, 'settled')
  if (event.type === 'agent-state-changed' && event.state === 'ready')
    for (const { saidNo } of ledger.journeys.values()) saidNo.delete(event.agent)
  if (!('callback' in event)) return
  const journey = ledger.journeys.get(event.callback) ?? newJourney()
  ledger.journeys.set(event.callback, journey)
  proceed(ledger, journey, event)
  converse(journey, event)
  goRound(journey, event)
}

const newJourney = (): Journey => ({
  state: 'SCHEDULED',
  waitsSince: null,
  ringsAt: null,
  talksWith: new Set(),
  wasOffered: false,
  saidNo: new Map(),
  ringMillis: 0,
  leftBy: null,
  passedOnWith: null,
})

function proceed(ledger: Ledger, journey: Journey, event: CentreEvent) {
  const waitNoMore = () => {
    if (journey.waitsSince !== null) ledger.waitedMillis += event.at - journey.waitsSince
    journey.waitsSince = null
  }
  switch (event.type) {
    case 'callback-queued':
      journey.state = 'QUEUED'
      journey.waitsSince = event.at
      break
    case 'callback-paused':
      journey.state = 'PAUSED'
      break
    case 'callback-resumed':
      journey.state = 'QUEUED'
      break
    case 'callback-rescheduled':
      journey.state = 'MOVED'
      waitNoMore()
      break
    case 'callback-confirmed':
      journey.state = 'ROUTING'
      break
    case 'participant-joined':
      if (event.agent === null || journey.state !== 'ROUTING') break
      journey.state = 'PROCESSING'
      waitNoMore()
      break
    case 'callback-completed':
      journey.state = 'COMPLETED'
      waitNoMore()
      break
    case 'callback-expired':
      journey.state = 'FORGOTTEN'
      break
    default:
  }
}

function converse(journey: Journey, event: CentreEvent) {
  switch (event.type) {
    case 'agent-offered':
      journey.ringsAt = event.agent
      break
    case 'offer-declined':
    case 'offer-missed':
    case 'offer-withdrawn':
      journey.ringsAt = null
      break
    case 'participant-joined':
      if (event.agent === null) break
      if (journey.ringsAt === event.agent) journey.ringsAt = null
      journey.talksWith.add(event.agent)
      break
    case 'participant-left':
      if (event.agent !== null) journey.talksWith.delete(event.agent)
      break
    case 'chat-ended':
      journey.talksWith.clear()
      break
    default:
  }
}

/** Who was asked, and who said no: a round ends when an agent comes in, or the chat goes to another line. RT7, CH15. */
function goRound(journey: Journey, event: Numbered<CentreEvent>) {
  switch (event.type) {
    case 'agent-offered':
      journey.wasOffered = true
      journey.ringMillis = event.answerBy - event.at
      break
    case 'offer-declined':
      // Who would not join a talk has not refused the chat: a colleague may still pass it on to him. CH14.
      if (journey.talksWith.size === 0) journey.saidNo.set(event.agent, event.at)
      break
    case 'participant-joined':
      if (event.agent !== null) journey.saidNo.clear()
      break
    case 'participant-left':
      journey.leftBy = event.agent
      break
    case 'queue-entered':
      journey.wasOffered = true
      journey.passedOnWith = event.cause
      journey.saidNo.clear()
      if (journey.leftBy !== null) journey.saidNo.set(journey.leftBy, event.at)
      break
    default:
  }
}
