import type { Draw } from '../../runtime/random.ts'
import { seconds } from '../../runtime/clock.ts'
import type { Millis } from '../../runtime/clock.ts'
import type { RefusalDetail } from '../refusal.ts'

/** How long something takes, by chance. */
export type Distribution =
  | { readonly distribution: 'fixed'; readonly seconds: number }
  | { readonly distribution: 'exponential'; readonly meanSeconds: number }
  /** By its own mean and standard deviation, not those of the logarithm. */
  | {
      readonly distribution: 'log-normal'
      readonly meanSeconds: number
      readonly deviationSeconds: number
    }

/** How long somebody waits before he gives up. */
export type Patience = Distribution | { readonly distribution: 'infinite' }

/** A week: nothing that is drawn has a longer mean. */
export const durationSecondsMax = 604_800

/** Draws one length of time, in whole milliseconds. */
export function drawMillis(distribution: Distribution, draw: Draw): Millis {
  return Math.round(seconds(drawSeconds(distribution, draw)))
}

function drawSeconds(distribution: Distribution, draw: Draw): number {
  switch (distribution.distribution) {
    case 'fixed':
      return distribution.seconds
    case 'exponential':
      return drawExponential(distribution.meanSeconds, draw)
    case 'log-normal': {
      const { meanSeconds, deviationSeconds } = distribution
      if (meanSeconds === 0) return 0
      const variance = Math.log1p((deviationSeconds / meanSeconds) ** 2)
      return meanSeconds * Math.exp(Math.sqrt(variance) * drawNormal(draw) - variance / 2)
    }
  }
}

/** One exponential length with this mean, in the unit of the mean. */
export function drawExponential(mean: number, draw: Draw): number {
  return -mean * Math.log1p(-draw.fraction())
}

/** One standard normal number, after Box and Muller. */
function drawNormal(draw: Draw): number {
  const radius = Math.sqrt(-2 * Math.log1p(-draw.fraction()))
  return radius * Math.cos(2 * Math.PI * draw.fraction())
}

/** What is wrong with a distribution, one detail per number. */
export function checkPatience(field: string, patience: Patience): RefusalDetail[] {
  switch (patience.distribution) {
    case 'infinite':
      return []
    case 'fixed':
      return checkRange(`${field}.seconds`, patience.seconds, 0, durationSecondsMax)
    case 'exponential':
      return checkRange(`${field}.meanSeconds`, patience.meanSeconds, 0, durationSecondsMax)
    case 'log-normal':
      return [
        ...checkRange(`${field}.meanSeconds`, patience.meanSeconds, 0, durationSecondsMax),
        ...checkRange(`${field}.deviationSeconds`, patience.deviationSeconds, 0, durationSecondsMax),
      ]
  }
}

/** Says it when a number is not between its bounds, both included. */
export function checkRange(field: string, value: number, min: number, max: number): RefusalDetail[] {
  if (value >= min && value <= max) return []
  return [{ field, message: `This is a number from ${min} to ${max}.` }]
}

/** Says it when a number is not whole or not between its bounds, both included. */
export function checkWhole(field: string, value: number, min: number, max: number): RefusalDetail[] {
  if (Number.isInteger(value) && value >= min && value <= max) return []
  return [{ field, message: `This is a whole number from ${min} to ${max}.` }]
}
