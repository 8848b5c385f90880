import type { Millis } from '../runtime/clock.ts'

/** Numbers that belong together and only grow. A name that begins with `longest` is the largest, the others are sums. */
export type Counts<K extends string> = { readonly [Key in K]: number }

/** What was counted within one minute. */
interface Minute<K extends string> {
  readonly at: Millis
  readonly counts: Counts<K>
}

/** Counts since the beginning, and of each of the last minutes in which there was something to count. */
export interface Tally<K extends string> {
  readonly total: Counts<K>
  /** Oldest first. */
  readonly minutes: readonly Minute<K>[]
}

export const minuteMillis: Millis = 60_000
/** How far back an interval may reach. */
export const tallyMinutesMax = 30

/** When the minute began in which this instant lies. */
export const minuteOf = (at: Millis): Millis => at - (at % minuteMillis)

/** Nothing has been counted yet. */
export const emptyTally = <K extends string>(none: Counts<K>): Tally<K> => ({ total: none, minutes: [] })

/** Counts more, now. */
export function count<K extends string>(tally: Tally<K>, now: Millis, more: Partial<Counts<K>>): Tally<K> {
  return { total: add(tally.total, more), minutes: addToMinute(tally, now, more) }
}

/** Counts a stretch of time that ends now, each minute of it where it belongs, as far back as minutes are kept. */
export function countSpan<K extends string>(
  tally: Tally<K>,
  key: NoInfer<K>,
  from: Millis,
  to: Millis,
): Tally<K> {
  if (to <= from) return tally
  const more = (millis: Millis) => ({ [key]: millis }) as Partial<Counts<K>>
  const total = add(tally.total, more(to - from))
  const oldest = oldestKept(to)
  const minutes: Minute<K>[] = []
  let at = Math.max(minuteOf(from), oldest)
  const filled = (start: Millis, counts: Counts<K>): Minute<K> => {
    const part = overlap({ from, to }, { from: start, to: start + minuteMillis })
    return { at: start, counts: add(counts, more(part)) }
  }
  for (const minute of tally.minutes) {
    for (; at < minute.at && at < to; at += minuteMillis) minutes.push(filled(at, nothing(total)))
    if (minute.at === at && at < to) {
      minutes.push(filled(at, minute.counts))
      at += minuteMillis
    } else if (minute.at >= oldest) minutes.push(minute)
  }
  for (; at < to; at += minuteMillis) minutes.push(filled(at, nothing(total)))
  return { total, minutes }
}

/** How much of one stretch of time lies in another. */
export const overlap = (
  one: { readonly from: Millis; readonly to: Millis },
  other: { readonly from: Millis; readonly to: Millis },
): Millis => Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from))

/** What was counted in the minutes that began at this instant or later. */
export function countsSince<K extends string>(tally: Tally<K>, from: Millis): Counts<K> {
  const recent = tally.minutes.filter(({ at }) => at >= from)
  return recent.reduce((sum, { counts }) => add(sum, counts), nothing(tally.total))
}

const oldestKept = (now: Millis): Millis => minuteOf(now) - (tallyMinutesMax - 1) * minuteMillis

function addToMinute<K extends string>(tally: Tally<K>, now: Millis, more: Partial<Counts<K>>) {
  const { total, minutes } = tally
  const at = minuteOf(now)
  const last = minutes.at(-1)
  if (last !== undefined && last.at >= at) {
    return [...minutes.slice(0, -1), { at: last.at, counts: add(last.counts, more) }]
  }
  const kept = minutes.filter((minute) => minute.at >= oldestKept(now))
  return [...kept, { at, counts: add(nothing(total), more) }]
}

/** Nought under each of these names. */
function nothing<K extends string>(like: Counts<K>): Counts<K> {
  return Object.fromEntries(Object.keys(like).map((key) => [key, 0])) as Counts<K>
}

function add<K extends string>(counts: Counts<K>, more: Partial<Counts<K>>): Counts<K> {
  const sum: { [Key in K]: number } = { ...counts }
  for (const key of Object.keys(more) as K[]) {
    const by = more[key] ?? 0
    sum[key] = key.startsWith('longest') ? Math.max(sum[key], by) : sum[key] + by
  }
  return sum
}
