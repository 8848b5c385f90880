import { AsyncLocalStorage } from 'node:async_hooks'
import type { NotificationId } from '../contact-center/contact-center.ts'
import type { CentreEvent } from '../contact-center/event.ts'
import type { CentreStorage, CentreTransaction } from '../contact-center/records.ts'
import { RecentMap } from '../runtime/recent-map.ts'
import type { SteerableClock } from '../runtime/steerable-clock.ts'
import type { Numbered } from '../storage/port.ts'
import type { TesterLimits } from './limits.ts'
import { createMomentWatch, type Moment } from './traffic-moments.ts'

type CauseLimits = Pick<TesterLimits, 'causesMax' | 'eventsPerRowMax'>

/** A row of the wire as what led to events. */
interface Origin {
  readonly row: number
  /** The first of its events, in their order, those that follow from others too. */
  readonly events: Numbered<CentreEvent>[]
}

/** What led to a push: the row, and the events between the two. */
export interface Lineage {
  readonly row: number
  readonly events: readonly Numbered<CentreEvent>[]
}

/**
 * Knows which row of the wire each event of the contact centre goes back to: the request in whose course it was
 * committed, or the row of what passing time has made; else that of the event that led to it. Kept in memory, for the
 * newest events; a restart begins anew.
 */
export interface TrafficCauses {
  /**
   * Does the work, which does not fail, in the name of this row; answers the list that its events come to stand in. What
   * the work leaves behind when it is done is nobody's.
   */
  by(row: number, work: () => Promise<void>): readonly Numbered<CentreEvent>[]
  /** The row that an event goes back to; null when none does, or none that is known. */
  rowOf(event: number): number | null
  /** What led to a notification; null when nobody's request did. */
  ofNotification(id: NotificationId): Lineage | null
  /** The same storage, whose events are noted. */
  noting(storage: CentreStorage): CentreStorage
  /** Hears no more of what happens. */
  close(): void
  /** The same clock, whose wakes are nobody's doing, whoever has asked for them: what they do, time has made. */
  byItself(clock: SteerableClock): SteerableClock
}

export interface TrafficCausesOptions {
  readonly limits: CauseLimits
  /** Hears of a notification of one row that another one has fetched. */
  readonly fetched: (cause: number, row: number) => void
  /**
   * Hears of what time has made, which goes back to the row `cause`; answers its own row, with which the events that it
   * is made of come to stand, or null when it gets none.
   */
  readonly happened: (
    moment: Moment,
    cause: number | null,
    events: readonly Numbered<CentreEvent>[],
  ) => number | null
  /** Hears of a row in which one more event stands. */
  readonly grown: (row: number) => void
}

/** Nothing has happened yet. */
export function createTrafficCauses({
  limits,
  fetched,
  happened,
  grown,
}: TrafficCausesOptions): TrafficCauses {
  const context = new AsyncLocalStorage<Origin>()
  /** As long as it is in use, every promise, timer and socket of the process costs more time and memory. */
  let users = 0
  const leave = () => {
    users -= 1
    if (users === 0) context.disable()
  }
  const origins = new RecentMap<number, Origin>(limits.causesMax)
  const notifications = new RecentMap<NotificationId, { origin: Origin; event: number }>(limits.causesMax)

  /** What time has made and nobody has heard of yet, by the number of its first event. */
  const moments = new Map<number, Moment>()

  const watch = createWatch()
  const watchMoment = createMomentWatch()
  let unsubscribe = () => {}
  /** The clock wakes somebody just now, who does all that is due before he awaits anything. */
  let isWake = false

  const begin = (moment: Moment) => {
    const { cause, first, last } = moment
    const events: Numbered<CentreEvent>[] = []
    const row = happened(moment, cause === null ? null : rowOf(cause), events)
    if (row === null) return
    const origin: Origin = { row, events }
    // Events are numbered without gaps.
    for (let number = first; number <= last; number += 1) origins.set(number, origin)
  }
  const rowOf = (event: number) => origins.get(event)?.row ?? null

  /** Events are numbered otherwise from now on. */
  const forget = () => {
    origins.clear()
    notifications.clear()
    moments.clear()
  }

  const hear = (event: Numbered<CentreEvent>) => {
    const moment = moments.size === 0 ? undefined : moments.get(event.number)
    if (moment !== undefined) {
      moments.delete(event.number)
      begin(moment)
    }
    const led = event.cause === null ? undefined : origins.get(event.cause)
    const known = origins.get(event.number)
    const origin = known ?? led
    if (origin === undefined) return
    if (known === undefined) origins.set(event.number, origin)
    if (origin.events.length < limits.eventsPerRowMax) {
      origin.events.push(event)
      grown(origin.row)
    }
    switch (event.type) {
      case 'notification-queued':
        notifications.set(event.notification, { origin, event: event.number })
        break
      case 'notification-delivered': {
        const sent = notifications.get(event.notification)?.origin
        if (event.by === 'poll' && sent !== undefined) fetched(sent.row, origin.row)
        break
      }
      default:
    }
  }

  return {
    by(row, work) {
      const origin: Origin = { row, events: [] }
      users += 1
      void context.run(origin, work).finally(leave)
      return origin.events
    },
    rowOf,
    ofNotification(id) {
      const found = notifications.get(id)
      if (found === undefined) return null
      return { row: found.origin.row, events: chainTo(found.event, found.origin.events) }
    },
    close: () => unsubscribe(),
    noting(storage) {
      unsubscribe = storage.subscribe(hear)
      return {
        ...storage,
        transaction(work) {
          const origin = context.getStore()
          if (origin === undefined && !isWake) return storage.transaction(work)
          if (origin === undefined)
            return storage.transaction((tx) => {
              const { watched, moment } = watchMoment(tx)
              const result = work(watched)
              const made = moment()
              if (made !== null) moments.set(made.first, made)
              return result
            })
          return storage.transaction((tx) => {
            const { watched, numbers } = watch(tx)
            const result = work(watched)
            // Not before the work is done: what it throws undoes the events, and others get their numbers.
            for (const number of numbers()) origins.set(number, origin)
            return result
          })
        },
        // What listeners do is nobody's request, in whose course ever they are told.
        subscribe: (listener) => storage.subscribe((event) => context.exit(listener, event)),
        clear() {
          forget()
          return storage.clear()
        },
        restore(snapshot) {
          // The events have the numbers that they had before.
          forget()
          return storage.restore(snapshot)
        },
      }
    },
    byItself(clock) {
      const byTime = (wake: () => void) => {
        isWake = true
        try {
          context.exit(wake)
        } finally {
          isWake = false
        }
      }
      return { ...clock, at: (time, wake) => clock.at(time, () => byTime(wake)) }
    },
  }
}

/** The event and those that led to it, one after the other, as far as they are among these. */
function chainTo(number: number, events: readonly Numbered<CentreEvent>[]): Numbered<CentreEvent>[] {
  const known = new Map(events.map((event) => [event.number, event]))
  const chain: Numbered<CentreEvent>[] = []
  for (let event = known.get(number); event !== undefined; event = known.get(event.cause ?? 0))
    chain.unshift(event)
  return chain
}

/** Tells which numbers are given in a transaction. An engine has one transaction object for all, and so has this. */
function createWatch() {
  let inner: CentreTransaction | undefined
  let watched: CentreTransaction | undefined
  let given: number[] = []
  return (tx: CentreTransaction) => {
    given = []
    if (watched === undefined || tx !== inner) {
      inner = tx
      watched = {
        ...tx,
        append(event, cause) {
          const number = tx.append(event, cause)
          given.push(number)
          return number
        },
      }
    }
    return { watched, numbers: () => given }
  }
}
