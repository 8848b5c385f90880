import { expect, test } from 'vitest'
import { readParameter } from './ewt-parameter.ts'

test('a parameter is a number within its range', () => {
  const samples = { min: 1, max: 100, isWhole: true }
  expect(readParameter(samples, ' 20 ')).toBe(20)
  for (const text of ['', '0', '101', '1.5', '1.0', '1,000', 'x'])
    expect(readParameter(samples, text)).toBeNull()
  expect(readParameter({ min: 0, max: 0.99, isWhole: false }, '0.9')).toBe(0.9)
  expect(readParameter({ min: 0, max: 0.99, isWhole: false }, '0,8')).toBe(0.8)
})
