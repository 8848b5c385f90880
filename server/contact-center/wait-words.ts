/** How the numbers of an estimate are rounded, summed and said. */

/** Rounded to so many decimals. */
export function round(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale
}

/** Without a tail of noughts. */
export const sayNumber = (value: number): string => String(round(value, 4))

/** `1 chat`, `2 chats`. */
export const sayPlural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

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

/** The sum with its numbers. */
export function explainSum(steps: Steps & { readonly size: number; readonly seconds: number }): string {
  const { position, places, mean, perMinute, size, seconds } = steps
  const range = position === 1 ? 'i = 0' : `i = 0 to ${position - 1}`
  return (
    `sum over ${range} of 1 / (${sayPlural(places, 'place')} / ${sayNumber(mean)} s mean handle time of ` +
    `${sayPlural(size, 'chat')} + i x ${sayNumber(perMinute)} abandonments per minute) = ${seconds} s`
  )
}
