import { expect, test } from 'vitest'
import type { QueuePositionAnswer } from '../../server/gms/contract.ts'
import { leftOf, nextEstimate } from './estimate.ts'

const placeWith = (_eta: number | 'n/a', _position = 2): QueuePositionAnswer => ({
  _position,
  _eta,
  _total_waiting: 2,
  _agent_ready_threshold_passed: true,
  _agent_ready_threshold_passed_reason: 'eta n/a',
})
const began = 1_000_000
const estimated = nextEstimate(undefined, placeWith(30), began)

test('an estimate runs down by whole seconds, and then the wait is longer', () => {
  const left = (seconds: number) => leftOf(estimated, began + seconds * 1000)
  expect([0, 0.4, 1, 29, 29.9].map(left)).toEqual([30, 30, 29, 1, 1])
  expect([30, 31, 3000].map(left)).toEqual(['over', 'over', 'over'])
})

test('a clock that is behind what was answered shows no more than the estimate', () => {
  expect(leftOf(estimated, began - 5000)).toBe(30)
})

test('an answer that says the same again does not begin anew', () => {
  const again = nextEstimate(estimated, { ...placeWith(30), _total_waiting: 7 }, began + 10_000)
  expect(leftOf(again, began + 10_000)).toBe(20)
  expect(again.place._total_waiting).toBe(7)
})

test('another estimate, or another position, does', () => {
  const later = began + 10_000
  expect(leftOf(nextEstimate(estimated, placeWith(48), later), later)).toBe(48)
  expect(leftOf(nextEstimate(estimated, placeWith(30, 1), later), later)).toBe(30)
})

test('nothing counts down without an estimate, at 0, or before the clock is known', () => {
  expect(leftOf(nextEstimate(undefined, placeWith('n/a'), began), began)).toBeNull()
  expect(leftOf(nextEstimate(undefined, placeWith(0), began), began + 9000)).toBeNull()
  expect(leftOf(nextEstimate(undefined, placeWith(30), null), began)).toBeNull()
  expect(leftOf(estimated, null)).toBeNull()
  const known = nextEstimate(nextEstimate(undefined, placeWith(30), null), placeWith(30), began)
  expect(leftOf(known, began + 1000)).toBe(29)
})
