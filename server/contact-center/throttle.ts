import type { Millis } from '../runtime/clock.ts'
import { seconds } from '../runtime/clock.ts'
import { setAlarm } from './alarm.ts'
import { Refused } from './refusal.ts'
import type { Turn } from './turn.ts'

/** How many callbacks a service has taken lately. */
export interface ThrottleWindow {
  readonly id: string
  /** Oldest first: from when on, and how many. */
  readonly slots: readonly (readonly [from: Millis, count: number])[]
}

/** How often one value of one parameter has been taken by a service on one day. */
export interface DailyCount {
  readonly id: string
  /** Days since 1970, in UTC. */
  readonly day: number
  readonly count: number
}

/** At most `limit` callbacks within any `seconds`; 0 takes none. */
export interface WindowRule {
  readonly limit: number
  readonly seconds: number
}

const dayMillis = seconds(86_400)

/** Of a service, `1` or `2`. */
const windowId = (service: string, index: number): string => `${service}/${index + 1}`

/** Counts one more callback of the service. Refused: `service-throttled`, by the first window that is full. */
export function countInWindows(turn: Turn, service: string, rules: readonly WindowRule[]) {
  for (const [index, rule] of rules.entries()) {
    const id = windowId(service, index)
    const slots = freshSlots(turn, id, rule)
    const taken = slots.reduce((sum, [, count]) => sum + count, 0)
    if (taken >= rule.limit) {
      throw new Refused('service-throttled', `${rule.limit} in ${rule.seconds} s`, [], {
        service,
        taken,
        limit: rule.limit,
        windowSeconds: rule.seconds,
      })
    }
    turn.tx.put('throttle', { id, slots: countOne(turn, slots, rule) })
  }
}

/** What has not passed yet. */
function freshSlots(turn: Turn, id: string, rule: WindowRule): ThrottleWindow['slots'] {
  const passed = turn.now - seconds(rule.seconds)
  return (turn.tx.get('throttle', id)?.slots ?? []).filter(([from]) => from > passed)
}

/** Callbacks that come within a small part of the window share a slot, so that it stays small whatever the limit. */
function countOne(turn: Turn, slots: ThrottleWindow['slots'], rule: WindowRule): ThrottleWindow['slots'] {
  const width = seconds(rule.seconds) / turn.limits.throttleSlotsMax
  const last = slots.at(-1)
  if (last === undefined || turn.now >= last[0] + width) return [...slots, [turn.now, 1]]
  return [...slots.slice(0, -1), [last[0], last[1] + 1]]
}

/** The service is gone, and what was counted of it. */
export function forgetWindows(turn: Turn, service: string) {
  for (const index of [0, 1]) turn.tx.delete('throttle', windowId(service, index))
}

/**
 * Counts one more callback of the service that names this value today. Refused: `parameter-throttled`,
 * `parameter-too-long`, and `counters-full` when too many values would have to be remembered.
 */
export function countToday(turn: Turn, service: string, parameter: string, value: string, limit: number) {
  const { tx, limits, now } = turn
  if (value.length > limits.throttledCharactersMax) {
    const message = `This parameter is counted, and has at most ${limits.throttledCharactersMax} characters.`
    throw new Refused('parameter-too-long', parameter, [{ field: parameter, message }], {
      parameter,
      characters: value.length,
      charactersMax: limits.throttledCharactersMax,
    })
  }
  const day = dayOf(now)
  const id = `${service}/${parameter}/${value}`
  const known = tx.get('daily', id)
  const count = known?.day === day ? known.count : 0
  if (count >= limit) {
    throw new Refused('parameter-throttled', `${parameter}=${value}`, [], {
      parameter,
      value,
      count,
      limit,
    })
  }
  if (known === undefined && tx.count('daily') >= limits.throttledValuesMax)
    throw new Refused('counters-full', `${limits.throttledValuesMax} are kept`, [], {
      valuesMax: limits.throttledValuesMax,
    })
  if (tx.count('daily') === 0) awaitDayEnd(turn)
  tx.put('daily', { id, day, count: count + 1 })
}

/** A new day has begun: what was counted on the last one no longer matters. */
export function forgetDay(turn: Turn) {
  const today = dayOf(turn.now)
  for (const { id, day } of turn.tx.all('daily')) if (day < today) turn.tx.delete('daily', id)
  // On a clock that runs, somebody may have come between midnight and now.
  if (turn.tx.count('daily') > 0) awaitDayEnd(turn)
}

function awaitDayEnd(turn: Turn) {
  setAlarm(turn, 'day-end', 'throttle', (dayOf(turn.now) + 1) * dayMillis, null)
}

const dayOf = (now: Millis): number => Math.floor(now / dayMillis)
