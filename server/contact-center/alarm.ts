import type { Millis } from '../runtime/clock.ts'
import type { CallbackId } from './contact-center.ts'
import type { Turn } from './turn.ts'

/**
 * What is done when an alarm goes off: the time to confirm, to announce again, to end a snooze, to answer an offer,
 * to ask again whoever declined, to live.
 */
export type AlarmKind = 'confirmation' | 'announcement' | 'snooze' | 'ring' | 'refusals' | 'expiry'

/** Something that will happen by itself. A callback has at most one of each kind. */
export interface Alarm {
  readonly id: string
  /** Alarms of one instant go off in the order in which they were set. */
  readonly ordinal: number
  readonly at: Millis
  readonly kind: AlarmKind
  readonly callback: CallbackId
  /** The event that led to it. */
  readonly cause: number | null
}

/** `snooze/369-…`: a callback has one alarm of a kind. */
export const alarmId = (kind: AlarmKind, callback: CallbackId): string => `${kind}/${callback}`

/** In the order in which alarms go off. */
export function isBefore(a: Pick<Alarm, 'at' | 'ordinal'>, b: Pick<Alarm, 'at' | 'ordinal'>): boolean {
  return a.at < b.at || (a.at === b.at && a.ordinal < b.ordinal)
}

/** Sets the callback's alarm of this kind, in place of one that stands. */
export function setAlarm(
  turn: Turn,
  kind: AlarmKind,
  callback: CallbackId,
  at: Millis,
  cause: number | null,
) {
  const alarm: Alarm = {
    id: alarmId(kind, callback),
    ordinal: turn.next('alarm'),
    at,
    kind,
    callback,
    cause,
  }
  turn.tx.put('alarm', alarm)
  turn.alarms.push(alarm)
}

/** Calls the alarm off; without one, nothing happens. */
export function cancelAlarm(turn: Turn, kind: AlarmKind, callback: CallbackId) {
  turn.tx.delete('alarm', alarmId(kind, callback))
}

/** What will happen, for a person: it follows the time. */
export function describeAlarm(kind: AlarmKind): string {
  switch (kind) {
    case 'confirmation':
      return "a customer's time to confirm ends"
    case 'announcement':
      return 'an agent is announced to a customer again'
    case 'snooze':
      return 'a customer who asked to wait is in line again'
    case 'ring':
      return "an agent's time to answer ends"
    case 'refusals':
      return 'a declined chat is offered again'
    case 'expiry':
      return 'the time to live of a callback ends'
  }
}
