import type { Millis } from '../runtime/clock.ts'
import type { RefusalDetail } from './refusal.ts'
import { count, emptyTally } from './tally.ts'
import type { Counting, Counts, Tally } from './tally.ts'
import { newWaitHistory } from './wait-history.ts'
import type { WaitHistory } from './wait-history.ts'

/** What is counted of a queue. */
export type QueueCount =
  | 'entered'
  | 'answered'
  | 'answeredInTarget'
  | 'abandoned'
  | 'abandonedShort'
  | 'postponed'
  | 'answeredWaitMillis'
  | 'abandonedWaitMillis'
  | 'longestWaitMillis'
  | 'handled'
  | 'talkMillis'
  | 'wrapUpMillis'

export interface ServiceLevelSetting {
  /** Who is answered within this time is answered in time. */
  readonly targetSeconds: number
  /** Who leaves within this time gave the queue no chance, and does not count against it. */
  readonly shortAbandonSeconds: number
}

export const defaultServiceLevel: ServiceLevelSetting = { targetSeconds: 20, shortAbandonSeconds: 5 }

/** The statistics of a queue and what its estimates are made from: all of it follows from events. */
export interface QueueFigures {
  readonly queue: string
  readonly since: Millis
  readonly serviceLevel: ServiceLevelSetting
  readonly tally: Tally<QueueCount>
  readonly history: WaitHistory
}

/** The longest wait is the largest; everything else is a sum. */
export const queueCounting: Counting<QueueCount> = {
  none: {
    entered: 0,
    answered: 0,
    answeredInTarget: 0,
    abandoned: 0,
    abandonedShort: 0,
    postponed: 0,
    answeredWaitMillis: 0,
    abandonedWaitMillis: 0,
    longestWaitMillis: 0,
    handled: 0,
    talkMillis: 0,
    wrapUpMillis: 0,
  },
  add: (counts, more) => ({
    entered: counts.entered + (more.entered ?? 0),
    answered: counts.answered + (more.answered ?? 0),
    answeredInTarget: counts.answeredInTarget + (more.answeredInTarget ?? 0),
    abandoned: counts.abandoned + (more.abandoned ?? 0),
    abandonedShort: counts.abandonedShort + (more.abandonedShort ?? 0),
    postponed: counts.postponed + (more.postponed ?? 0),
    answeredWaitMillis: counts.answeredWaitMillis + (more.answeredWaitMillis ?? 0),
    abandonedWaitMillis: counts.abandonedWaitMillis + (more.abandonedWaitMillis ?? 0),
    longestWaitMillis: Math.max(counts.longestWaitMillis, more.longestWaitMillis ?? 0),
    handled: counts.handled + (more.handled ?? 0),
    talkMillis: counts.talkMillis + (more.talkMillis ?? 0),
    wrapUpMillis: counts.wrapUpMillis + (more.wrapUpMillis ?? 0),
  }),
}

/** A queue nobody has entered. */
export const newQueueFigures = (queue: string, since: Millis): QueueFigures => ({
  queue,
  since,
  serviceLevel: defaultServiceLevel,
  tally: emptyTally(queueCounting),
  history: newWaitHistory(),
})

const counted = (figures: QueueFigures, now: Millis, more: Partial<Counts<QueueCount>>): QueueFigures => ({
  ...figures,
  tally: count(queueCounting, figures.tally, now, more),
})

/** A customer waits from now on. ST1. */
export const countEntered = (figures: QueueFigures, now: Millis): QueueFigures =>
  counted(figures, now, { entered: 1 })

/** An agent serves a customer who has waited for so long. ST2, ST4. */
export function countAnswered(figures: QueueFigures, now: Millis, waited: Millis): QueueFigures {
  return counted(figures, now, {
    answered: 1,
    answeredInTarget: waited <= figures.serviceLevel.targetSeconds * 1000 ? 1 : 0,
    answeredWaitMillis: waited,
    longestWaitMillis: waited,
  })
}

/** A customer is gone who has waited for so long. ST3, ST4. */
export function countAbandoned(figures: QueueFigures, now: Millis, waited: Millis): QueueFigures {
  return counted(figures, now, {
    abandoned: 1,
    abandonedShort: waited < figures.serviceLevel.shortAbandonSeconds * 1000 ? 1 : 0,
    abandonedWaitMillis: waited,
    longestWaitMillis: waited,
  })
}

/** A customer left the line for another time. ST3. */
export const countPostponed = (figures: QueueFigures, now: Millis): QueueFigures =>
  counted(figures, now, { postponed: 1 })

/** Who was answered in time, of all but those who left at once; null when there is nobody. ST4. */
export function serviceLevelPercent(counts: Counts<QueueCount>): number | null {
  const judged = counts.answered + counts.abandoned - counts.abandonedShort
  return judged === 0 ? null : Math.round((counts.answeredInTarget / judged) * 10_000) / 100
}

/** How many have entered and not left. ST5. */
export const countWaiting = ({ tally: { total } }: QueueFigures): number =>
  total.entered - total.answered - total.abandoned - total.postponed

/** An agent was in a chat for so long. ST6. */
export const countHandled = (figures: QueueFigures, now: Millis, talked: Millis): QueueFigures =>
  counted(figures, now, { handled: 1, talkMillis: talked })

/** The agent's work after a chat took so long. ST6. */
export const countWrapUp = (figures: QueueFigures, now: Millis, millis: Millis): QueueFigures =>
  counted(figures, now, { wrapUpMillis: millis })

/** What is wrong with a service level, one detail per fault. */
export function validateServiceLevel(setting: Partial<ServiceLevelSetting>, max: number): RefusalDetail[] {
  const fields = ['targetSeconds', 'shortAbandonSeconds'] as const
  return fields.flatMap((field) => {
    const value = setting[field]
    if (value === undefined || (Number.isInteger(value) && value >= 0 && value <= max)) return []
    return [{ field, message: `The ${field} are a whole number from 0 to ${max}.` }]
  })
}
