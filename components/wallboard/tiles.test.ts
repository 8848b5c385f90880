import { expect, test } from 'vitest'
import type { QueueSample } from '../statistics-history.ts'
import { clockLength, heldSince, showValue, trendOf, verdictOf } from './tiles.ts'

const sample = (second: number, waiting: number): QueueSample => ({
  at: second * 1000,
  waiting,
  longestWaitSeconds: 0,
  readyAgents: 0,
  ewtSeconds: null,
  serviceLevelPercent: null,
  abandonedPercent: null,
  answered: 0,
  answeredWaitSeconds: 0,
})

test('more agents and a higher service level are better, of all else less is', () => {
  expect(verdictOf('waiting', 10, 10)).toBe('met')
  expect(verdictOf('waiting', 11, 10)).toBe('missed')
  expect(verdictOf('readyAgents', 0, 1)).toBe('missed')
  expect(verdictOf('serviceLevel', 80, 80)).toBe('met')
  expect(verdictOf('serviceLevel', 79.9, 80)).toBe('missed')
  expect(verdictOf('ewt', null, 60)).toBe('none')
})

test('a verdict holds since the first sample after the last that said otherwise', () => {
  const samples = [sample(0, 1), sample(2, 20), sample(4, 12), sample(6, 11)]
  expect(heldSince('waiting', samples, 10)).toEqual({ at: 2000, isLonger: false })
  expect(heldSince('waiting', samples, 50)).toEqual({ at: 0, isLonger: true })
  expect(heldSince('waiting', [], 10)).toBeNull()
})

test('a trend is the difference from a minute ago', () => {
  expect(trendOf('waiting', [sample(0, 9), sample(30, 1), sample(60, 5), sample(90, 2)])).toBe('rising')
  expect(trendOf('waiting', [sample(0, 1), sample(60, 5), sample(120, 2)])).toBe('falling')
  expect(trendOf('waiting', [sample(0, 3), sample(120, 3)])).toBe('steady')
})

test('with less than a minute it is the difference from the beginning, and before ten seconds there is none', () => {
  expect(trendOf('waiting', [sample(0, 1), sample(8, 3), sample(15, 2)])).toBe('rising')
  expect(trendOf('waiting', [sample(0, 1), sample(8, 3)])).toBeNull()
  expect(trendOf('ewt', [sample(0, 1), sample(60, 3)])).toBeNull()
})

test('a tile writes lengths of time as on a clock, and shares in percent', () => {
  expect(clockLength(5)).toBe('0:05')
  expect(clockLength(65.4)).toBe('1:05')
  expect(clockLength(3725)).toBe('1:02:05')
  expect(showValue('abandoned', 4.6)).toBe('5 %')
  expect(showValue('waiting', 12)).toBe('12')
})
