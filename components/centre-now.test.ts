import { expect, test } from 'vitest'
import { centreTime } from './centre-now.ts'

const clock = { now: '2026-01-05T10:00:00.000Z', rate: 60, paused: false, hurriesUntil: null, next: null }
const at = Date.parse(clock.now)

test('between two looks the clock goes on at its rate', () => {
  expect(centreTime(clock, 500)).toBe(at + 30_000)
})

test('a paused clock stands', () => {
  expect(centreTime({ ...clock, paused: true }, 500)).toBe(at)
})
