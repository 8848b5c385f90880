import type { Millis } from '../runtime/clock.ts'
import { priorityAt } from './priority.ts'
import type { Priority } from './priority.ts'
import type { Target } from './target.ts'

/** 0: a chat that had an agent or an offer before; 1: a chat; 2: everybody else. */
export type Rank = 0 | 1 | 2

export const rankOfCallbacks = 2 satisfies Rank

/** Whom somebody in line waits for. */
export interface Sought {
  readonly targetText: string
  readonly target: Target
  /** How many targets of a list count by now; see `target-stage.ts`. */
  readonly stage: number
}

/** How somebody stands in line. */
export interface Standing extends Sought {
  readonly queue: string
  readonly rank: Rank
  readonly priority: Priority
  readonly queuedAt: Millis
  /** The order in which callbacks came. */
  readonly ordinal: number
}

/** Where a standing is found: what is derived from it, kept since it is looked up all the time. */
export interface Lanes {
  /**
   * Those of one rank and one way of growing priority: the older of two is never behind, whatever time it is. A line
   * is a merge of few rows.
   */
  readonly row: string
  /** Those who are the same to routing but for the time of their coming: who looks at the first knows of all. */
  readonly lane: string
}

/** `unlike`: what else routing looks at in somebody who stands here. */
export function lanesOf(standing: Standing, unlike: readonly string[]): Lanes {
  const { queue, rank, priority, targetText, stage } = standing
  const row = `${rank} ${priority.base} ${priority.increment} ${priority.intervalSeconds}`
  let lane = `${row} ${stage} ${measured(queue)}${measured(targetText)}`
  for (const text of unlike) lane += measured(text)
  return { row, lane }
}

/** Texts one after the other, so that no two lists of them look the same. */
const measured = (text: string): string => `${text.length} ${text} `

/** What decides a place among those of one rank and priority. */
export type Age = Pick<Standing, 'queuedAt' | 'ordinal'>

type Key = Pick<Standing, 'rank' | 'priority' | 'queuedAt' | 'ordinal'>

/** Who has been in line longer, then who came first: the order within a row and a lane. */
export function byAge(a: Age, b: Age): number {
  return a.queuedAt - b.queuedAt || a.ordinal - b.ordinal
}

/** The order of every line at this time: rank, then higher priority, then longer in line, then first come. */
export function byLine(a: Key, b: Key, now: Millis): number {
  return (
    a.rank - b.rank ||
    priorityAt(b.priority, now - b.queuedAt) - priorityAt(a.priority, now - a.queuedAt) ||
    byAge(a, b)
  )
}
