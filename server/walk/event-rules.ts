/** What holds of every event after those before it. Each says what is wrong, or null. */
import type { CentreEvent } from '../contact-center/event.ts'
import type { Numbered } from '../storage/port.ts'
import type { JourneyState, Ledger } from './ledger.ts'

export type EventRule = (event: Numbered<CentreEvent>, ledger: Ledger) => string | null

/** Events are numbered without gaps, never go back in time, and name a cause that came before. ID3. */
const eventsFollowEachOther: EventRule = ({ number, at, cause }, { last }) => {
  if (number !== last.number + 1) return `event ${number} follows event ${last.number}`
  if (at < last.at) return `event ${number} is ${last.at - at} ms before event ${last.number}`
  return cause !== null && cause >= number ? `event ${number} is caused by event ${cause}` : null
}

/** A notification is delivered or dropped once, and was queued before. NT4. */
const notificationsSettleOnce: EventRule = (event, { notifications }) => {
  if (event.type === 'notification-queued') {
    return notifications.has(event.notification) ? `${event.notification} is queued again` : null
  }
  if (event.type !== 'notification-delivered' && event.type !== 'notification-dropped') return null
  const was = notifications.get(event.notification)
  return was === 'queued' ? null : `${event.notification} is ${event.type} and was ${was ?? 'never queued'}`
}

const before: { readonly [T in CentreEvent['type']]?: readonly (JourneyState | 'NEW')[] } = {
  'callback-scheduled': ['NEW'],
  'callback-queued': ['NEW', 'SCHEDULED', 'MOVED'],
  'callback-rescheduled': ['SCHEDULED', 'QUEUED', 'PAUSED', 'MOVED'],
  'callback-paused': ['QUEUED', 'MOVED'],
  'callback-resumed': ['PAUSED', 'MOVED'],
  'agent-available': ['QUEUED', 'MOVED'],
  'confirmation-missed': ['QUEUED', 'MOVED'],
  'announcement-lapsed': ['QUEUED', 'MOVED'],
  'callback-snoozed': ['QUEUED', 'MOVED'],
  'callback-confirmed': ['QUEUED', 'MOVED'],
  'chat-created': ['ROUTING'],
  'call-placed': ['ROUTING'],
  'callback-completed': ['SCHEDULED', 'QUEUED', 'PAUSED', 'MOVED', 'ROUTING', 'PROCESSING'],
  'callback-expired': ['COMPLETED'],
}

/** A customer goes forward only: nothing happens to him that his state does not allow. CB6. */
const customersGoForward: EventRule = (event, { journeys }) => {
  if (!('callback' in event)) return null
  const state = journeys.get(event.callback)?.state ?? 'NEW'
  const allowed = before[event.type]
  if (allowed === undefined && state !== 'NEW' && state !== 'FORGOTTEN') return null
  return allowed?.includes(state) === true ? null : `${event.type} of ${event.callback}, which is ${state}`
}

/** A chat rings at one agent at a time, and each offer ends once. RT5, RT7, RT8. */
const offersEndOnce: EventRule = (event, { journeys }) => {
  if (!('callback' in event)) return null
  const rings = journeys.get(event.callback)?.ringsAt ?? null
  switch (event.type) {
    case 'agent-offered':
      return rings === null ? null : `${event.callback} rings at ${rings} and is offered to ${event.agent}`
    case 'offer-declined':
    case 'offer-missed':
    case 'offer-withdrawn':
      return rings === event.agent ? null : `${event.type} of ${event.agent} while it rings at ${rings}`
    default:
      return null
  }
}

/** Nobody joins a chat he is in, nor leaves one he is not in. CH14. */
const agentsJoinAndLeaveInTurn: EventRule = (event, { journeys }) => {
  if (event.type !== 'participant-joined' && event.type !== 'participant-left') return null
  if (event.agent === null) return null
  const isIn = journeys.get(event.callback)?.talksWith.has(event.agent) === true
  return isIn === (event.type === 'participant-left') ? null : `${event.type} of ${event.agent}, in: ${isIn}`
}

/** Who said no to a chat, or passed it on, is not asked for it again while an offer would ring. RT7, CH15. */
const whoSaidNoIsNotAskedAtOnce: EventRule = (event, { journeys }) => {
  if (event.type !== 'agent-offered' && event.type !== 'participant-joined') return null
  const journey = journeys.get(event.callback)
  // Who talks may ask anybody to join.
  if (journey === undefined || event.agent === null || journey.talksWith.size > 0) return null
  if (event.type === 'participant-joined' && journey.ringsAt === event.agent) return null
  const ringMillis = event.type === 'agent-offered' ? event.answerBy - event.at : journey.ringMillis
  const since = event.at - (journey.saidNo.get(event.agent) ?? -Infinity)
  return since >= ringMillis ? null : `${event.agent} said no to ${event.callback} ${since} ms ago`
}

/** A chat that is passed on to a queue rings at nobody with that: who is free has it at once. CH15. */
const passingOnDoesNotRing: EventRule = (event, { journeys }) => {
  if (event.type !== 'agent-offered') return null
  const journey = journeys.get(event.callback)
  if (journey === undefined || journey.talksWith.size > 0) return null
  const isPassedOn = event.cause !== null && event.cause === journey.passedOnWith
  return isPassedOn ? `${event.callback} was passed on and rings at ${event.agent}` : null
}

export const eventRules: Readonly<Record<string, EventRule>> = {
  eventsFollowEachOther,
  notificationsSettleOnce,
  customersGoForward,
  offersEndOnce,
  agentsJoinAndLeaveInTurn,
  whoSaidNoIsNotAskedAtOnce,
  passingOnDoesNotRing,
}
