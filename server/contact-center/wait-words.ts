/** How the numbers of an estimate are rounded, summed and said; estimate-words.ts says them in sentences. */

/** Rounded to so many decimals. */
export function round(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale
}

/** As sentences say it. */
export const rounded = (value: number): number => round(value, 4)

interface Steps {
  readonly position: number
  readonly places: number
  /** Mean handle time in seconds. */
  readonly mean: number
  /** Abandonments per minute and customer who waits. */
  readonly perMinute: number
}

/** How many steps are added one by one; the rest is so smooth that its integral says the same. */
const stepsMax = 200

/**
 * The time until `position` customers have left the line: with i of them still ahead, one leaves after
 * 1 / (places / mean + i x rate) seconds on average. A long line costs no more than a short one.
 */
export function sumOfSteps({ position, places, mean, perMinute }: Steps): number {
  if (mean === 0) return 0
  const served = places / mean
  const rate = perMinute / 60
  const step = (ahead: number): number => 1 / (served + ahead * rate)
  if (rate === 0) return position / served
  const exact = Math.min(position, stepsMax)
  let sum = 0
  for (let ahead = 0; ahead < exact; ahead += 1) sum += step(ahead)
  if (position === exact) return sum
  // Euler and Maclaurin, to the first derivative.
  const integral = Math.log(step(exact) / step(position)) / rate
  const slope = (rate * (step(exact) ** 2 - step(position) ** 2)) / 12
  return sum + integral + (step(exact) - step(position)) / 2 + slope
}
