import { seconds } from '../../runtime/clock.ts'
import type { Millis } from '../../runtime/clock.ts'
import type { Draw } from '../../runtime/random.ts'
import type { RefusalDetail } from '../refusal.ts'
import { checkRange, checkWhole, drawExponential, durationSecondsMax } from './distribution.ts'

/** One customer of a recorded list. */
export interface RecordedArrival {
  /** After the generator was started. */
  readonly afterSeconds: number
  /** In place of what the generator would draw. */
  readonly patienceSeconds?: number
  readonly handleSeconds?: number
}

/** When customers come. */
export type ArrivalLaw =
  | { readonly law: 'poisson'; readonly perHour: number }
  /** So many at once, when it is started and every so many seconds from then on. */
  | { readonly law: 'burst'; readonly count: number; readonly everySeconds: number }
  /** A Poisson process whose rate is that of the hour of the day, UTC: 24 rates from midnight on. */
  | { readonly law: 'profile'; readonly perHour: readonly number[] }
  | { readonly law: 'replay'; readonly arrivals: readonly RecordedArrival[] }

/** How far a run of a generator has come. */
export interface Run {
  readonly startedAt: Millis
  /** How many customers have come since the start. */
  readonly index: number
  /** When the last one came, in fractions of a millisecond, so that rounding never adds up. */
  readonly lastAt: number
}

/** When the next customer of this run comes, in fractions of a millisecond; null when no other will. */
export function nextArrival(law: ArrivalLaw, run: Run, draw: Draw): number | null {
  switch (law.law) {
    case 'poisson':
      return run.lastAt + drawExponential(hour / law.perHour, draw)
    case 'burst':
      return run.startedAt + Math.floor(run.index / law.count) * seconds(law.everySeconds)
    case 'profile':
      return thinnedArrival(law.perHour, run.lastAt, draw)
    case 'replay': {
      const recorded = law.arrivals[run.index]
      return recorded === undefined ? null : run.startedAt + seconds(recorded.afterSeconds)
    }
  }
}

const hour: Millis = 3_600_000

/** Lewis and Shedler: candidates come at the highest rate, and each stays with the share its own hour has of it. */
function thinnedArrival(perHour: readonly number[], since: number, draw: Draw): number {
  const highest = Math.max(...perHour)
  let at = since
  do at += drawExponential(hour / highest, draw)
  while (draw.fraction() * highest >= rateAt(perHour, at))
  return at
}

const rateAt = (perHour: readonly number[], at: number): number => perHour[Math.floor(at / hour) % 24] ?? 0

/** The rates, sizes and lengths that a law can have. */
export const arrivalLimits = {
  perHourMin: 0.01,
  perHourMax: 360_000,
  burstMax: 1000,
  everySecondsMin: 0.1,
  recordedMax: 10_000,
  afterSecondsMax: 31_622_400,
} as const

/** What is wrong with a law, one detail per fault. */
export function checkArrivals(field: string, law: ArrivalLaw): RefusalDetail[] {
  const { perHourMin, perHourMax, burstMax, everySecondsMin } = arrivalLimits
  switch (law.law) {
    case 'poisson':
      return checkRange(`${field}.perHour`, law.perHour, perHourMin, perHourMax)
    case 'burst':
      return [
        ...checkWhole(`${field}.count`, law.count, 1, burstMax),
        ...checkRange(`${field}.everySeconds`, law.everySeconds, everySecondsMin, durationSecondsMax),
      ]
    case 'profile':
      return checkProfile(`${field}.perHour`, law.perHour)
    case 'replay':
      return checkRecorded(`${field}.arrivals`, law.arrivals)
  }
}

function checkProfile(field: string, perHour: readonly number[]): RefusalDetail[] {
  if (perHour.length !== 24) return [{ field, message: 'A day has 24 rates, one an hour from midnight on.' }]
  const details = perHour.flatMap((rate, index) =>
    checkRange(`${field}.${index}`, rate, 0, arrivalLimits.perHourMax),
  )
  if (details.length > 0 || Math.max(...perHour) >= arrivalLimits.perHourMin) return details
  return [{ field, message: `One hour at least has a rate from ${arrivalLimits.perHourMin} on.` }]
}

function checkRecorded(field: string, arrivals: readonly RecordedArrival[]): RefusalDetail[] {
  const { recordedMax, afterSecondsMax } = arrivalLimits
  if (arrivals.length < 1 || arrivals.length > recordedMax) {
    return [{ field, message: `A recorded list has 1 to ${recordedMax} arrivals.` }]
  }
  let before = 0
  for (const [index, { afterSeconds, patienceSeconds, handleSeconds }] of arrivals.entries()) {
    const at = `${field}.${index}`
    const details = [
      ...checkRange(`${at}.afterSeconds`, afterSeconds, 0, afterSecondsMax),
      ...checkRange(`${at}.patienceSeconds`, patienceSeconds ?? 0, 0, durationSecondsMax),
      ...checkRange(`${at}.handleSeconds`, handleSeconds ?? 0, 0, durationSecondsMax),
    ]
    if (afterSeconds < before) {
      details.push({ field: `${at}.afterSeconds`, message: 'The list is in the order of coming.' })
    }
    // One wrong row is enough to say: a list of ten thousand makes no better answer.
    if (details.length > 0) return details
    before = afterSeconds
  }
  return []
}
