import type { ChartData } from './chart-data.ts'

/** So much of the past is drawn at most, in seconds. */
const secondsMax = 300

/** The box that a path is drawn in. */
export const sparkBox = { width: 100, height: 20 }

/** The last minutes of a line, for a picture without axes. */
interface Spark {
  path: string
  least: number
  most: number
  /** Of the time that is drawn. */
  seconds: number
}

/**
 * The first line up to this second: each figure holds until the next one was read, and where it is null there is no
 * line. Null when there is nothing to draw: no figure, or none but from now.
 */
export function sparkOf({ times, lines: [values = []] }: ChartData, now: number): Spark | null {
  const from = Math.max(times[0] ?? now, now - secondsMax)
  const seconds = now - from
  const first = times.findLastIndex((time) => time <= from)
  const steps = values.slice(Math.max(0, first)).map((value, index) => ({
    at: Math.max(from, times[first + index] ?? from),
    value,
  }))
  const known = steps.flatMap(({ value }) => value ?? [])
  if (seconds < 1 || known.length === 0) return null
  const most = Math.max(...known)
  const across = (at: number) => rounded(((at - from) / seconds) * sparkBox.width)
  const up = (value: number) => rounded(sparkBox.height * (1 - value / Math.max(1, most)))
  const drawn = steps.flatMap(({ at, value }, index) => {
    if (value === null) return []
    const until = across(steps[index + 1]?.at ?? now)
    const isBegun = (steps[index - 1]?.value ?? null) !== null
    return `${isBegun ? `V${up(value)}` : `M${across(at)} ${up(value)}`}H${until}`
  })
  return { path: drawn.join(''), least: Math.min(...known), most, seconds }
}

const rounded = (figure: number) => Math.round(figure * 10) / 10
