import type { StatisticsJson } from '../server/tester/contract.ts'

/** What the statistics of a queue said at one time of the contact centre's clock. */
export interface QueueSample {
  /** Milliseconds. */
  at: number
  waiting: number
  longestWaitSeconds: number
  readyAgents: number
  ewtSeconds: number | null
  /** Of the interval. */
  serviceLevelPercent: number | null
  /** Of those who were answered or gone in the interval. */
  abandonedPercent: number | null
  /** Since the reset: how many had an agent, and how long they had waited together. */
  answered: number
  answeredWaitSeconds: number
}

/** The newest statistics, and what earlier ones said of each queue, oldest first. */
export interface StatisticsHistory {
  latest: StatisticsJson
  samples: Readonly<Record<string, readonly QueueSample[]>>
}

/** Above so many every other one is left out: the page stays open for days. */
export const samplesMax = 1200
/** What comes sooner after the last one takes its place. */
const spacingMillis = 1000

type QueueStatisticsJson = StatisticsJson['queues'][number]

/** The history with these statistics as well. Those of another installation, or of a clock put back, begin anew. */
export function remember(history: StatisticsHistory | undefined, latest: StatisticsJson): StatisticsHistory {
  const at = Date.parse(latest.at)
  const isSame = history?.latest.since === latest.since && Date.parse(history.latest.at) <= at
  const samples = Object.fromEntries(
    latest.queues.map((queue) => {
      const earlier = isSame ? (history.samples[queue.queue] ?? []) : []
      return [queue.queue, append(earlier, sampleOf(queue, at))]
    }),
  )
  return { latest, samples }
}

function append(earlier: readonly QueueSample[], sample: QueueSample): readonly QueueSample[] {
  const before = earlier.at(-2)
  const kept = before !== undefined && sample.at - before.at < spacingMillis ? earlier.slice(0, -1) : earlier
  const thin = kept.length < samplesMax ? kept : kept.filter((_, index) => index % 2 === 0)
  return [...thin, sample]
}

function sampleOf(queue: QueueStatisticsJson, at: number): QueueSample {
  const { interval, sinceReset } = queue
  const over = interval.answered + interval.abandoned
  return {
    at,
    waiting: queue.waiting,
    longestWaitSeconds: queue.longestWaitSeconds,
    readyAgents: queue.readyAgents,
    ewtSeconds: queue.ewtSeconds,
    serviceLevelPercent: interval.serviceLevelPercent,
    abandonedPercent: over === 0 ? null : (interval.abandoned / over) * 100,
    answered: sinceReset.answered,
    answeredWaitSeconds: (sinceReset.averageSpeedOfAnswerSeconds ?? 0) * sinceReset.answered,
  }
}
