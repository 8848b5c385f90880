import type { UserId } from '../contact-center/contact-center.ts'
import type { CentreEvent } from '../contact-center/event.ts'
import type { CentreTransaction } from '../contact-center/records.ts'
import type { TrafficSummary } from './contract.ts'

/** What passing time made the contact centre do in one transaction, where that is worth a row of the wire. */
export interface Moment {
  /** The event that the row is named after: the first one that tells something. */
  readonly told: CentreEvent
  /** Whose callback it is about; null: nobody's that is known. */
  readonly user: UserId | null
  /** The event that led to all of it; null: none did. */
  readonly cause: number | null
  /** The numbers of its first event and of its last. */
  readonly first: number
  readonly last: number
}

/**
 * In whose lane a row stands that tells of such an event. Null: what comes beside or after another event of the same
 * moment, what push and the counting do, and what somebody asks for; a generator's own life, too.
 */
const lanes: Readonly<Record<CentreEvent['type'], 'queue' | 'agent' | 'server' | null>> = {
  'callback-queued': 'queue',
  'callback-scheduled': null,
  'callback-rescheduled': null,
  'callback-changed': null,
  'agent-available': 'queue',
  'confirmation-missed': 'server',
  'announcement-lapsed': 'queue',
  'target-added': 'queue',
  'callback-snoozed': null,
  'callback-moved': null,
  'priority-changed': null,
  'callback-paused': null,
  'callback-resumed': null,
  'callback-confirmed': null,
  'callback-completed': 'server',
  'callback-expired': 'server',
  'queue-entered': null,
  'queue-abandoned': null,
  'queue-postponed': null,
  'chat-created': null,
  'call-placed': null,
  'agent-offered': 'queue',
  'offer-declined': null,
  'offer-missed': 'queue',
  'offer-withdrawn': null,
  'agent-connected': 'agent',
  'agent-released': null,
  'participant-joined': null,
  'participant-left': 'agent',
  'message-said': 'agent',
  'typing-changed': null,
  'chat-ended': 'server',
  'client-missed': 'server',
  'notification-queued': null,
  'notification-delivered': null,
  'notification-dropped': null,
  'notification-given-up': null,
  'agent-notified': null,
  'agent-mailbox-read': null,
  'disposition-set': null,
  'agent-state-changed': 'agent',
  'agent-changed': null,
  'agent-removed': null,
  'ewt-changed': null,
  'service-level-changed': null,
  'callers-removed': null,
  'generator-changed': null,
  'generator-removed': null,
  'generator-started': null,
  'generator-stopped': null,
  'arrival-refused': null,
  'queue-forgotten': null,
  'start-refused': null,
  'service-changed': null,
  'service-removed': null,
  'settings-changed': null,
  'back-ends-changed': null,
  'paused-services-changed': null,
  'clock-changed': null,
  reset: null,
}

/** Who does what such an event tells. */
export const actorOf = ({ type }: CentreEvent): TrafficSummary['actor'] => lanes[type] ?? 'server'

/**
 * Watches what a transaction appends, and answers what of it is worth a row. An engine has one transaction object for
 * all, and so has this. An event costs one look at its callback, the end of after-call work two more at what led to it;
 * once the row has its event, the others cost none.
 */
export function createMomentWatch() {
  let inner: CentreTransaction | undefined
  let watched: CentreTransaction | undefined
  let told: CentreEvent | null = null
  let user: UserId | null = null
  let ledBy: number | null = null
  let first = 0
  let last = 0
  return (tx: CentreTransaction) => {
    told = null
    user = null
    first = 0
    if (watched === undefined || tx !== inner) {
      inner = tx
      watched = {
        ...tx,
        append(event, cause = null) {
          // Looked at before: an event may take its callback away.
          if (told === null && isNews(tx, event, cause)) {
            told = event
            user = callbackOf(tx, event)?.user ?? null
          }
          const number = tx.append(event, cause)
          if (first === 0) {
            first = number
            ledBy = cause
          }
          last = number
          return number
        },
      }
    }
    const moment = (): Moment | null => (told === null ? null : { told, user, cause: ledBy, first, last })
    return { watched, moment }
  }
}

const callbackOf = (tx: CentreTransaction, event: CentreEvent) =>
  'callback' in event ? tx.get('callback', event.callback) : undefined

/** Synthetic customers come by the thousand: what happens to them is theirs. */
const isReal = (tx: CentreTransaction, event: CentreEvent): boolean =>
  callbackOf(tx, event)?.isSynthetic === false

function isNews(tx: CentreTransaction, event: CentreEvent, cause: number | null): boolean {
  if (lanes[event.type] === null) return false
  switch (event.type) {
    case 'agent-state-changed':
      // It begins with the end of a chat, which is told of; its own end is news if that was.
      if (event.state === 'after-call-work') return false
      return event.from !== 'after-call-work' || endsWorkForReal(tx, cause)
    case 'participant-left':
      // Of a customer the centre writes it when the chat is over, and that is told of.
      return event.agent !== null && isReal(tx, event)
    default:
      return isReal(tx, event)
  }
}

/** Whether the after-call work that began with this event was for a customer who is none of the synthetic ones. */
function endsWorkForReal(tx: CentreTransaction, began: number | null): boolean {
  const led = eventOf(tx, eventOf(tx, began)?.cause ?? null)
  return led !== undefined && isReal(tx, led)
}

function eventOf(tx: CentreTransaction, number: number | null) {
  const [event] = number === null ? [] : tx.history({ after: number - 1, limit: 1 })
  return event?.number === number ? event : undefined
}
