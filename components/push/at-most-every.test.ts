import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { atMostEvery } from './at-most-every.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the first work is done at once, what follows together at the end of the time', () => {
  const soon = atMostEvery(1000)
  const done: number[] = []
  for (const number of [1, 2, 3]) soon('list', () => done.push(number))
  expect(done).toEqual([1])
  vi.advanceTimersByTime(1000)
  expect(done).toEqual([1, 3])
  vi.advanceTimersByTime(5000)
  expect(done).toEqual([1, 3])
})

test('after a quiet time work is done at once again, and names do not wait for each other', () => {
  const soon = atMostEvery(1000)
  const done: string[] = []
  soon('list', () => done.push('list'))
  soon('wire', () => done.push('wire'))
  vi.advanceTimersByTime(1001)
  soon('list', () => done.push('list again'))
  expect(done).toEqual(['list', 'wire', 'list again'])
})
