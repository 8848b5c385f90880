import { expect, test } from 'vitest'
import { turnedBy } from './use-row-order.ts'

test('rows that go on at the other end are turned, by the nearer way', () => {
  const before = [4, 0, 1, 2, 3]
  expect(turnedBy(before, before)).toBe(0)
  expect(turnedBy(before, [0, 1, 2, 3, 4])).toBe(1)
  expect(turnedBy(before, [1, 2, 3, 4, 0])).toBe(2)
  expect(turnedBy(before, [2, 3, 4, 0, 1])).toBe(2)
  expect(turnedBy(before, [3, 4, 0, 1, 2])).toBe(1)
  expect(turnedBy([], [])).toBe(0)
})

test('more rows, fewer, others, and those in another order are not', () => {
  expect(turnedBy([0, 1, 2], [0, 1, 2, 3])).toBe(-1)
  expect(turnedBy([0, 1, 2], [1, 2])).toBe(-1)
  expect(turnedBy([], [0])).toBe(-1)
  expect(turnedBy([0, 1, 2], [1, 2, 3])).toBe(-1)
  expect(turnedBy([0, 1, 2], [7, 1, 2])).toBe(-1)
  expect(turnedBy([0, 1, 2], [0, 2, 1])).toBe(-1)
})
