import { expect, test } from 'vitest'
import { createEventMarks } from './event-marks.ts'

test('[TA81] a row is marked with the newest event when it began, and only the newest rows are', () => {
  const marks = createEventMarks(2)
  marks.began(1)
  marks.happened(7)
  marks.began(2)
  marks.happened(8)
  expect([1, 2, 3].map((row) => marks.before(row))).toEqual([0, 7, 0])
  marks.began(3)
  expect([1, 2, 3].map((row) => marks.before(row))).toEqual([0, 7, 8])
  marks.began(4)
  expect([2, 3, 4].map((row) => marks.before(row))).toEqual([0, 8, 8])
})

test('[TA81] what led to an event is known when the log was begun before it', () => {
  const marks = createEventMarks(2)
  expect(marks.isOlderThanLog(1)).toBe(false)
  marks.goOnFrom(5)
  marks.happened(6)
  expect([5, 6].map((event) => marks.isOlderThanLog(event))).toEqual([true, false])
  marks.forgotten()
  expect([6, 7].map((event) => marks.isOlderThanLog(event))).toEqual([true, false])
  marks.goOnFrom(0)
  marks.began(1)
  expect(marks.isOlderThanLog(1)).toBe(false)
  expect(marks.before(1)).toBe(0)
})
