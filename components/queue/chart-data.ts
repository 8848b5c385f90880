import type { QueueSample } from '../statistics-history.ts'

/** What a chart draws and its table says: times in seconds, and a column for each line. */
export interface ChartData {
  times: number[]
  lines: (number | null)[][]
}

/** How many waited, over time. */
export function waitingOverTime(samples: readonly QueueSample[]): ChartData {
  return { times: samples.map(({ at }) => at / 1000), lines: [samples.map(({ waiting }) => waiting)] }
}

/**
 * What a customer who came then would have been told, and how long those had waited on average who got an agent since
 * the sample before; null while nobody did.
 */
export function estimatedAndWaited(samples: readonly QueueSample[]): ChartData {
  const waited = samples.map((sample, index) => {
    const before = samples[index - 1]
    if (before === undefined) return null
    const answered = sample.answered - before.answered
    if (answered <= 0) return null
    return Math.max(0, (sample.answeredWaitSeconds - before.answeredWaitSeconds) / answered)
  })
  return {
    times: samples.map(({ at }) => at / 1000),
    lines: [samples.map(({ ewtSeconds }) => ewtSeconds), waited],
  }
}

/** The rows of a chart's table, the newest first. */
export function tableRows(
  { times, lines }: ChartData,
  max: number,
): { at: number; values: (number | null)[] }[] {
  return times
    .map((time, index) => ({ at: time * 1000, values: lines.map((line) => line[index] ?? null) }))
    .slice(-max)
    .reverse()
}
