import type { Millis } from '../runtime/clock.ts'
import type { AgentId, CallbackId } from './contact-center.ts'
import type { GeneratorId } from './load/generator.ts'
import type { Turn } from './turn.ts'

/**
 * What is done when an alarm goes off, and whose it is: a callback's time to confirm, to be announced again, to end a
 * snooze, to be answered, to ask again whoever declined, to consider
 * the next target, to get on, to hear of the client, to live.
 */
export interface AlarmSubjects {
  confirmation: CallbackId
  announcement: CallbackId
  snooze: CallbackId
  ring: CallbackId
  refusals: CallbackId
  /** Its desired time is near. */
  execution: CallbackId
  /** The earliest time-out of what the callback is at. */
  deadline: CallbackId
  /** A chat whose client has to show that it is there. */
  client: CallbackId
  target: CallbackId
  /** URS is asked again whether somebody in this queue passes the threshold rule. */
  poll: string
  /** After-call work that ends by itself. */
  'wrap-up': AgentId
  expiry: CallbackId
  /** The next customer of a generator comes. */
  arrival: GeneratorId
  /** A synthetic customer does the next thing: confirms, creates the chat, says a line. */
  'customer-move': CallbackId
  'customer-leave': CallbackId
  /** An automatic agent answers, says a line, leaves the talk of an interaction, goes on a break or comes back. */
  'agent-answer': CallbackId
  'agent-line': string
  'agent-leave': string
  break: AgentId
  /** What is counted per day begins anew. */
  'day-end': 'throttle'
}

export type AlarmKind = keyof AlarmSubjects

/** An alarm of this kind; its subject is what the kind is about. */
export interface AlarmOf<K extends AlarmKind> {
  readonly id: string
  /** Alarms of one instant go off in the order in which they were set. */
  readonly ordinal: number
  readonly at: Millis
  readonly kind: K
  readonly subject: AlarmSubjects[K]
  /** The event that led to it. */
  readonly cause: number | null
}

/** Something that will happen by itself. Its subject has at most one of each kind. */
export type Alarm = AlarmOf<AlarmKind>

/** `snooze/369-…`: a subject has one alarm of a kind. */
export const alarmId = <K extends AlarmKind>(kind: K, subject: AlarmSubjects[K]): string =>
  `${kind}/${subject}`

/** In the order in which alarms go off. */
export function isBefore(a: Pick<Alarm, 'at' | 'ordinal'>, b: Pick<Alarm, 'at' | 'ordinal'>): boolean {
  return a.at < b.at || (a.at === b.at && a.ordinal < b.ordinal)
}

/** Sets the subject's alarm of this kind, in place of one that stands. */
export function setAlarm<K extends AlarmKind>(
  turn: Turn,
  kind: K,
  subject: AlarmSubjects[K],
  at: Millis,
  cause: number | null,
) {
  const id = alarmId(kind, subject)
  callOff(turn, id)
  const ordinal = turn.next('alarm')
  const alarm: AlarmOf<K> = { id, ordinal, at, kind, subject, cause }
  turn.tx.put('alarm', alarm)
  turn.alarms.push(alarm)
}

/** Calls the alarm off; without one, nothing happens. */
export function cancelAlarm<K extends AlarmKind>(turn: Turn, kind: K, subject: AlarmSubjects[K]) {
  const id = alarmId(kind, subject)
  if (callOff(turn, id)) turn.tx.delete('alarm', id)
}

/** Whoever lets alarms go off need not keep this one any longer; false when there is none. */
function callOff(turn: Turn, id: string): boolean {
  const alarm = turn.tx.get('alarm', id)
  if (alarm === undefined) return false
  turn.calledOff.push(alarm.ordinal)
  return true
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
    case 'execution':
      return 'a scheduled callback is queued'
    case 'deadline':
      return 'a callback is given up, unless it has got on'
    case 'client':
      return 'a chat ends, unless its client shows that it is there'
    case 'target':
      return 'the next target of a customer is considered'
    case 'poll':
      return 'URS is asked who passes the threshold rule'
    case 'wrap-up':
      return 'the after-call work of an agent ends'
    case 'expiry':
      return 'the time to live of a callback ends'
    case 'arrival':
      return 'a synthetic customer comes'
    case 'customer-move':
      return 'a synthetic customer goes on'
    case 'customer-leave':
      return 'a synthetic customer leaves'
    case 'agent-answer':
      return 'an automatic agent answers'
    case 'agent-line':
      return 'an automatic agent says something'
    case 'agent-leave':
      return 'an automatic agent leaves a chat'
    case 'break':
      return 'the break of an automatic agent begins or ends'
    case 'day-end':
      return 'requests are counted for a new day'
  }
}
