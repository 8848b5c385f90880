import { seconds } from '../runtime/clock.ts'
import type { Millis } from '../runtime/clock.ts'
import { alarmId, cancelAlarm, setAlarm } from './alarm.ts'
import type { CentreTransaction } from './records.ts'
import type { JudgedLane } from './survey.ts'
import { secondsTooLong } from './threshold.ts'
import type { Moment, Turn } from './turn.ts'
import { shrinksWithTime } from './wait-estimate.ts'

/**
 * When URS is to be asked again, by queue, as long as time alone may let somebody pass the threshold rule: when an
 * estimate has shrunk enough, or somebody may have overtaken others. RT15.
 */
export function nextPolls(turn: Moment, lanes: readonly JudgedLane[]): ReadonlyMap<string, Millis> {
  const polls = new Map<string, Millis>()
  for (const lane of lanes) {
    const { queue, options } = lane.head
    // Data of an earlier build has not read these options.
    const { pollSecondsMin: min = 2, pollSecondsMax: max = 30 } = options
    const helpsAfter = Math.min(secondsToShrink(lane), mayReorder(turn, queue) ? max : Infinity)
    if (helpsAfter === Infinity) continue
    const at = turn.now + seconds(Math.min(max, Math.max(min, helpsAfter)))
    polls.set(queue, Math.min(at, polls.get(queue) ?? Infinity))
  }
  return polls
}

/** In how many seconds the first of them passes by a smaller estimate; without end when none will. */
function secondsToShrink({ ewt, table, customers }: JudgedLane): number {
  if (!shrinksWithTime(ewt)) return Infinity
  let least = Infinity
  for (const { outlook } of customers) {
    if (outlook.untold?.kind !== 'not-passed') continue
    least = Math.min(least, secondsTooLong(table, outlook.untold) ?? Infinity)
  }
  return least
}

/** Whether customers of the queue overtake each other by growing priorities. Those of one row never do. QU12. */
function mayReorder({ tx }: Moment, queue: string): boolean {
  const heads = tx.lanes('callback', 'line', queue).flatMap((row) => row.first() ?? [])
  return (
    heads.length > 1 && heads.some(({ priority }) => priority.increment > 0 && priority.intervalSeconds > 0)
  )
}

/** Sees to it that URS is asked at these times, where somebody is left to be told, and no more often. */
export function setPolls(turn: Turn, polls: ReadonlyMap<string, Millis>) {
  for (const { subject } of turn.tx.find('alarm', 'poll', 'poll')) {
    if (!polls.has(subject) || !hasUntold(turn.tx, subject)) cancelAlarm(turn, 'poll', subject)
  }
  for (const [queue, at] of polls) {
    const standsAt = turn.tx.get('alarm', alarmId('poll', queue))?.at ?? Infinity
    if (at < standsAt && hasUntold(turn.tx, queue)) setAlarm(turn, 'poll', queue, at, turn.trigger())
  }
}

/** Whether somebody in the queue has not been told of an agent. */
export const hasUntold = (tx: CentreTransaction, queue: string): boolean =>
  tx.lanes('callback', 'tier', 'untold').some((lane) => lane.first()?.queue === queue)
