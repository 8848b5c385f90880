import type { Millis } from '../runtime/clock.ts'

/** Numbers that belong together and only grow. */
export type Counts<K extends string> = { readonly [Key in K]: number }

/**
 * How counts of one kind are added up. Each kind writes its names out: an object that is made by a literal costs a
 * tenth of one that is copied and then changed, and counting is done with every event.
 */
export interface Counting<K extends string> {
  readonly none: Counts<K>
  add(counts: Counts<K>, more: Partial<Counts<K>>): Counts<K>
}

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
export const emptyTally = <K extends string>({ none }: Counting<K>): Tally<K> => ({
  total: none,
  minutes: [],
})

/** Counts more, now. */
export function count<K extends string>(
  counting: Counting<K>,
  tally: Tally<K>,
  now: Millis,
  more: Partial<Counts<K>>,
): Tally<K> {
  const { add, none } = counting
  const total = add(tally.total, more)
  const at = minuteOf(now)
  const last = tally.minutes.at(-1)
  if (last !== undefined && last.at >= at) {
    const minute = { at: last.at, counts: add(last.counts, more) }
    return { total, minutes: [...tally.minutes.slice(0, -1), minute] }
  }
  const kept = tally.minutes.filter((minute) => minute.at >= oldestKept(now))
  return { total, minutes: [...kept, { at, counts: add(none, more) }] }
}

/** Counts a stretch of time that ends now, each minute of it where it belongs, as far back as minutes are kept. */
export function countSpan<K extends string>(
  counting: Counting<K>,
  tally: Tally<K>,
  key: NoInfer<K>,
  { from, to }: Span,
): Tally<K> {
  if (to <= from) return tally
  const { add, none } = counting
  const more = (millis: Millis) => ({ [key]: millis }) as Partial<Counts<K>>
  const last = tally.minutes.at(-1)
  // Most stretches are short, and lie in the minute that goes on.
  if (last !== undefined && last.at <= from && to <= last.at + minuteMillis) {
    return count(counting, tally, from, more(to - from))
  }
  const oldest = oldestKept(to)
  const minutes: Minute<K>[] = []
  let at = Math.max(minuteOf(from), oldest)
  const filled = (start: Millis, counts: Counts<K>): Minute<K> => {
    const part = overlap({ from, to }, { from: start, to: start + minuteMillis })
    return { at: start, counts: add(counts, more(part)) }
  }
  for (const minute of tally.minutes) {
    for (; at < minute.at && at < to; at += minuteMillis) minutes.push(filled(at, none))
    if (minute.at === at && at < to) {
      minutes.push(filled(at, minute.counts))
      at += minuteMillis
    } else if (minute.at >= oldest) minutes.push(minute)
  }
  for (; at < to; at += minuteMillis) minutes.push(filled(at, none))
  return { total: add(tally.total, more(to - from)), minutes }
}

/** A stretch of time. */
export interface Span {
  readonly from: Millis
  readonly to: Millis
}

/** How much of one stretch of time lies in another. */
export const overlap = (one: Span, other: Span): Millis =>
  Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from))

/** What was counted in the minutes that began at this instant or later. */
export function countsSince<K extends string>(
  { add, none }: Counting<K>,
  tally: Tally<K>,
  from: Millis,
): Counts<K> {
  const recent = tally.minutes.filter(({ at }) => at >= from)
  return recent.reduce((sum, { counts }) => add(sum, counts), none)
}

const oldestKept = (now: Millis): Millis => minuteOf(now) - (tallyMinutesMax - 1) * minuteMillis
