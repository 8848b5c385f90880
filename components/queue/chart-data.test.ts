import { expect, test } from 'vitest'
import type { QueueSample } from '../statistics-history.ts'
import { estimatedAndWaited, tableRows, waitingOverTime } from './chart-data.ts'

const sample = (second: number, changes: Partial<QueueSample>): QueueSample => ({
  at: second * 1000,
  waiting: 0,
  longestWaitSeconds: 0,
  readyAgents: 0,
  ewtSeconds: null,
  serviceLevelPercent: null,
  abandonedPercent: null,
  answered: 0,
  answeredWaitSeconds: 0,
  ...changes,
})

const samples = [
  sample(10, { waiting: 3, ewtSeconds: 30 }),
  sample(12, { waiting: 2, ewtSeconds: 28, answered: 1, answeredWaitSeconds: 20 }),
  sample(14, { waiting: 2, answered: 1, answeredWaitSeconds: 20 }),
  sample(16, { answered: 3, answeredWaitSeconds: 80 }),
]

test('waiting over time is what each sample says', () => {
  expect(waitingOverTime(samples)).toEqual({ times: [10, 12, 14, 16], lines: [[3, 2, 2, 0]] })
})

test('what was waited is the mean of those who got an agent since the sample before', () => {
  expect(estimatedAndWaited(samples).lines).toEqual([
    [30, 28, null, null],
    [null, 20, null, 30],
  ])
})

test('a table has the newest first, and no more than so many', () => {
  expect(tableRows(waitingOverTime(samples), 2)).toEqual([
    { at: 16_000, values: [0] },
    { at: 14_000, values: [2] },
  ])
})
