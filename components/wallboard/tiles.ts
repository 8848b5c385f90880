import type { QueueSample } from '../statistics-history.ts'

/** The figures of the wallboard, in its order. */
export const tileNames = [
  'waiting',
  'longestWait',
  'ewt',
  'readyAgents',
  'serviceLevel',
  'abandoned',
] as const

export type TileName = (typeof tileNames)[number]

export type Targets = Readonly<Record<TileName, number>>

/** What is aimed at unless the address says otherwise: seconds, percent, or people. */
export const defaultTargets: Targets = {
  waiting: 10,
  longestWait: 120,
  ewt: 60,
  readyAgents: 1,
  serviceLevel: 80,
  abandoned: 5,
}

/** Of these more is better; of the others less. */
const isMoreBetter = (name: TileName) => name === 'readyAgents' || name === 'serviceLevel'

/** What a sample says of a tile; null while there is nothing to say. */
export function valueOf(name: TileName, sample: QueueSample): number | null {
  switch (name) {
    case 'waiting':
      return sample.waiting
    case 'longestWait':
      return sample.longestWaitSeconds
    case 'ewt':
      return sample.ewtSeconds
    case 'readyAgents':
      return sample.readyAgents
    case 'serviceLevel':
      return sample.serviceLevelPercent
    case 'abandoned':
      return sample.abandonedPercent
  }
}

export type Verdict = 'met' | 'missed' | 'none'

/** Whether a value is what is aimed at. */
export function verdictOf(name: TileName, value: number | null, target: number): Verdict {
  if (value === null) return 'none'
  return (isMoreBetter(name) ? value >= target : value <= target) ? 'met' : 'missed'
}

/** Since when the verdict is what it is; `isLonger`: since before the page was opened, as far as it knows. */
export function heldSince(
  name: TileName,
  samples: readonly QueueSample[],
  target: number,
): { at: number; isLonger: boolean } | null {
  const last = samples.at(-1)
  if (last === undefined) return null
  const verdict = (sample: QueueSample) => verdictOf(name, valueOf(name, sample), target)
  const held = verdict(last)
  const change = samples.findLastIndex((sample) => verdict(sample) !== held)
  return { at: (samples[change + 1] ?? last).at, isLonger: change === -1 }
}

export type Trend = 'rising' | 'falling' | 'steady'

/** How far back a trend looks, by the contact centre's clock. */
export const trendSeconds = 60
/** With less to look back on there is no trend. */
const trendSecondsMin = 10

/** Whether the figure is higher or lower than a minute ago; null while it is not known. */
export function trendOf(name: TileName, samples: readonly QueueSample[]): Trend | null {
  const last = samples.at(-1)
  if (last === undefined) return null
  const isOld = (seconds: number) => (sample: QueueSample) => sample.at <= last.at - seconds * 1000
  const before = samples.findLast(isOld(trendSeconds)) ?? samples.find(isOld(trendSecondsMin))
  if (before === undefined) return null
  const [then, now] = [valueOf(name, before), valueOf(name, last)]
  if (then === null || now === null) return null
  const difference = now - then
  // Less than half of what the board shows of a number is no change.
  if (Math.abs(difference) < 0.5) return 'steady'
  return difference > 0 ? 'rising' : 'falling'
}

/** `1:05` for seconds, `1:02:05` from an hour on. */
export function clockLength(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (part: number) => String(part).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/** How a tile writes a number: lengths of time as on a clock, shares in percent. */
export function showValue(name: TileName, value: number): string {
  if (name === 'longestWait' || name === 'ewt') return clockLength(value)
  const whole = String(Math.round(value))
  return name === 'serviceLevel' || name === 'abandoned' ? `${whole} %` : whole
}
