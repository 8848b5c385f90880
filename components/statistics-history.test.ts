import { expect, test } from 'vitest'
import type { StatisticsJson } from '../server/tester/contract.ts'
import { remember, samplesMax, type StatisticsHistory } from './statistics-history.ts'

const counts = {
  entered: 0,
  answered: 0,
  answeredInTarget: 0,
  abandoned: 0,
  abandonedShort: 0,
  postponed: 0,
  serviceLevelPercent: null,
  averageSpeedOfAnswerSeconds: null,
  averageAbandonWaitSeconds: null,
  longestWaitSeconds: 0,
  handled: 0,
  talkSeconds: 0,
  wrapUpSeconds: 0,
  handleSeconds: 0,
  averageHandleSeconds: null,
  occupancyPercent: null,
}

const statistics = (millis: number, waiting = 0, since = 0): StatisticsJson => ({
  at: new Date(millis).toISOString(),
  since: new Date(since).toISOString(),
  intervalFrom: new Date(0).toISOString(),
  intervalSeconds: 900,
  queues: [
    {
      queue: 'VQ_Chat',
      waiting,
      longestWaitSeconds: 0,
      readyAgents: 0,
      ewtSeconds: null,
      serviceLevel: { targetSeconds: 20, shortAbandonSeconds: 5 },
      interval: { ...counts, answered: 3, abandoned: 1 },
      sinceReset: { ...counts, answered: 4, averageSpeedOfAnswerSeconds: 2.5 },
    },
  ],
  agents: [],
})

const history = (...all: StatisticsJson[]): StatisticsHistory['samples'][string] => {
  let kept: StatisticsHistory | undefined
  for (const each of all) kept = remember(kept, each)
  return kept?.samples['VQ_Chat'] ?? []
}

test('what was said is remembered in order, with shares and sums', () => {
  const samples = history(statistics(1000, 1), statistics(3000, 2))
  expect(samples.map(({ at, waiting }) => [at, waiting])).toEqual([
    [1000, 1],
    [3000, 2],
  ])
  expect(samples[0]).toMatchObject({ abandonedPercent: 25, answered: 4, answeredWaitSeconds: 10 })
})

test('what comes within a second takes the place of the last', () => {
  const samples = history(statistics(1000, 1), statistics(1400, 2), statistics(1800, 3), statistics(2600, 4))
  expect(samples.map(({ waiting }) => waiting)).toEqual([1, 3, 4])
})

test('a reset begins anew, and so does a clock that was put back', () => {
  expect(history(statistics(1000), statistics(2000, 5, 1500))).toHaveLength(1)
  expect(history(statistics(5000), statistics(2000))).toHaveLength(1)
})

test('a page that stays open keeps every other sample of what is long ago', () => {
  const all = Array.from({ length: 3 * samplesMax }, (_, index) => statistics(index * 2000, index))
  const samples = history(...all)
  expect(samples.length).toBeLessThanOrEqual(samplesMax + 1)
  expect(samples[0]?.waiting).toBe(0)
  expect(samples.at(-1)?.waiting).toBe(3 * samplesMax - 1)
})
