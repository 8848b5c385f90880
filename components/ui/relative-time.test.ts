import { expect, test } from 'vitest'
import { duration } from './relative-time.tsx'

test('a duration has at most two units, and none that is nought', () => {
  expect([0, 8.4, 59, 60, 125, 3_600, 3_780, 86_390].map(duration)).toEqual([
    '0 s',
    '8 s',
    '59 s',
    '1 min',
    '2 min 5 s',
    '1 h',
    '1 h 3 min',
    '23 h 59 min',
  ])
})

test('what lies behind takes no time', () => {
  expect(duration(-3)).toBe('0 s')
})
