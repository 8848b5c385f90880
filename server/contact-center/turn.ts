import type { Clock, Millis } from '../runtime/clock.ts'
import type { Random } from '../runtime/random.ts'
import type { Synchronous } from '../storage/port.ts'
import type { Alarm } from './alarm.ts'
import type { CallbackId } from './contact-center.ts'
import type { CentreEvent } from './event.ts'
import { keepFigures } from './figures.ts'
import type { CentreLimits } from './limits.ts'
import { react } from './load/reactions.ts'
import { queueChatRows } from './notification.ts'
import type { CentreStorage, CentreTransaction } from './records.ts'

type Timeless<E> = E extends CentreEvent ? Omit<E, 'at'> : never

/** An event that happens now. */
export type PresentEvent = Timeless<CentreEvent>

/** The chat rows one transaction adds; they are pushed together. */
export interface NewRows {
  readonly from: number
  readonly to: number
  readonly hasEnded: boolean
  readonly cause: number
}

/** One transaction of the contact centre: the storage's, and what every rule needs besides. */
export interface Turn {
  readonly tx: CentreTransaction
  readonly now: Millis
  readonly random: Random
  readonly limits: CentreLimits
  /** Says that something happened. What led to it is, unless named, the first event of this turn. */
  append(event: PresentEvent, cause?: number | null): number
  /** What leads to whatever happens next: the first event of this turn, before that what led to the turn. */
  trigger(): number | null
  /** The next ordinal of its kind, from 1. */
  next(kind: 'alarm' | 'callback' | 'generator' | 'interaction' | 'mailbox' | 'notification'): number
  /** What has been appended so far, with its number. */
  readonly happened: [event: PresentEvent, number: number][]
  readonly alarms: Alarm[]
  /** The ordinals of alarms that stood and do not any more. */
  readonly calledOff: number[]
  readonly rows: Map<CallbackId, NewRows>
}

/** A transaction and its time: enough to look at the centre. */
export type Moment = Pick<Turn, 'tx' | 'now'>

/** Runs turns. */
export interface Turns {
  /** One transaction; `cause` is the event that led to it, when it was not somebody's wish. */
  run<T>(work: (turn: Turn) => Synchronous<T>, cause?: number | null): Promise<T>
}

export interface TurnOptions {
  readonly storage: CentreStorage
  readonly clock: Clock
  readonly random: () => Random
  readonly limits: CentreLimits
  /** Told of the alarms a turn has set. They may turn out stale: whoever acts on one looks it up. */
  readonly onAlarms: (alarms: readonly Alarm[]) => void
  /** Told of the alarms that a turn has called off, once it is kept. */
  readonly onCalledOff: (ordinals: readonly number[]) => void
}

/**
 * Builds what runs turns: reads the time once for each, queues its chat rows as one notification per chat, and lets
 * those who act by themselves take note.
 */
export function createTurns(options: TurnOptions): Turns {
  return {
    run(work, cause = null) {
      // Whole milliseconds, and read before the transaction: it may run twice.
      const now = Math.floor(options.clock.now())
      let calledOff: readonly number[] = []
      const outcome = options.storage.transaction((tx) => {
        const turn = createTurn(tx, now, options, cause)
        const result = work(turn)
        queueChatRows(turn)
        react(turn)
        if (turn.alarms.length > 0) options.onAlarms(turn.alarms)
        calledOff = turn.calledOff
        return result
      })
      if (calledOff.length > 0) void outcome.then(() => options.onCalledOff(calledOff)).catch(() => {})
      return outcome
    },
  }
}

function createTurn(
  tx: CentreTransaction,
  now: Millis,
  { random, limits }: TurnOptions,
  cause: number | null,
): Turn {
  let trigger = cause
  const happened: Turn['happened'] = []
  return {
    tx,
    now,
    random: random(),
    limits,
    append(event, eventCause = trigger) {
      const occurrence = { at: now, ...event } as CentreEvent
      const number = tx.append(occurrence, eventCause)
      // At once: what the rest of this turn estimates from includes it.
      keepFigures(tx, occurrence)
      if (happened.length === 0) trigger = number
      happened.push([event, number])
      return number
    },
    trigger: () => trigger,
    next(kind) {
      const value = (tx.get('counter', kind)?.value ?? 0) + 1
      tx.put('counter', { name: kind, value })
      return value
    },
    happened,
    alarms: [],
    calledOff: [],
    rows: new Map(),
  }
}
