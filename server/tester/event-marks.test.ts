import { expect, test } from 'vitest'
import { createEventMarks } from './event-marks.ts'

test('[TA81] a row is marked with the newest event when it began, and only the newest rows are', () => {
  const marks = createEventMarks(2)
  marks.began(1)
  marks.happened({ number: 7, at: 0 })
  marks.began(2)
  marks.happened({ number: 8, at: 0 })
  expect([1, 2, 3].map((row) => marks.before(row))).toEqual([0, 7, 0])
  marks.began(3)
  expect([1, 2, 3].map((row) => marks.before(row))).toEqual([0, 7, 8])
  marks.began(4)
  expect([2, 3, 4].map((row) => marks.before(row))).toEqual([0, 8, 8])
})

test('[TA81] what led to an event is known when the log was begun before it', () => {
  const marks = createEventMarks(2)
  const areOlder = (...events: number[]) => events.map((event) => marks.isOlderThanLog(100, event))
  expect(areOlder(1)).toEqual([false])
  marks.goOnFrom({ number: 5, at: 100 })
  marks.happened({ number: 6, at: 100 })
  expect(areOlder(5, 6)).toEqual([true, false])
  marks.forgotten()
  expect(areOlder(6, 7)).toEqual([true, false])
  marks.goOnFrom(null)
  marks.began(1)
  expect(areOlder(1)).toEqual([false])
  expect(marks.before(1)).toBe(0)
})

test('[TA81] what is older than the log is so when its first events are kept no more', () => {
  const marks = createEventMarks(2)
  expect(marks.isOlderThanLog(100, null)).toBe(false)
  marks.goOnFrom({ number: 5, at: 100 })
  expect([99, 101].map((createdAt) => marks.isOlderThanLog(createdAt, 7))).toEqual([true, false])
  expect([99, 101].map((createdAt) => marks.isOlderThanLog(createdAt, null))).toEqual([true, false])
})
