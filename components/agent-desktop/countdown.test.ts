import { expect, test } from 'vitest'
import { countdownOf, markPassed } from './countdown.ts'

const began = '2026-01-01T12:00:00.000Z'
const end = '2026-01-01T12:00:20.000Z'
const at = (seconds: number) => Date.parse(began) + seconds * 1000

test('a countdown runs from its beginning to its end and stays there', () => {
  expect(countdownOf(began, end, at(0))).toEqual({ seconds: 20, share: 1 })
  expect(countdownOf(began, end, at(4.2))).toEqual({ seconds: 16, share: 0.79 })
  expect(countdownOf(began, end, at(20))).toEqual({ seconds: 0, share: 0 })
  expect(countdownOf(began, end, at(99))).toEqual({ seconds: 0, share: 0 })
})

test('a clock that is behind the beginning shows no more than all of it', () => {
  expect(countdownOf(began, end, at(-5)).share).toBe(1)
  expect(countdownOf(end, end, at(0)).share).toBe(0)
})

test('15, 10 and 5 seconds are said once each; of two that are passed at once, the nearer end', () => {
  expect(markPassed(16, 15)).toBe(15)
  expect(markPassed(15, 14)).toBeNull()
  expect(markPassed(20, 12)).toBe(15)
  expect(markPassed(20, 4)).toBe(5)
  expect(markPassed(5, 0)).toBeNull()
})
