import { expect, test } from 'vitest'
import { sparkOf } from './spark.ts'

const line = (...steps: [second: number, value: number | null][]) => ({
  times: steps.map(([second]) => second),
  lines: [steps.map(([, value]) => value)],
})

test('a figure holds until the next one was read, and the last one until now', () => {
  expect(sparkOf(line([100, 0], [150, 4], [175, 2]), 200)).toEqual({
    path: 'M0 20H50V0H75V10H100',
    least: 0,
    most: 4,
    seconds: 100,
  })
})

test('what is older than five minutes is left out, but for the figure that held then', () => {
  expect(sparkOf(line([0, 9], [10, 2], [550, 1]), 700)).toEqual({
    path: 'M0 0H50V10H100',
    least: 1,
    most: 2,
    seconds: 300,
  })
  expect(sparkOf(line([0, 3]), 700)).toMatchObject({ path: 'M0 0H100', seconds: 300 })
})

test('while there is no figure there is no line', () => {
  expect(sparkOf(line([0, null], [50, 2], [60, null], [80, 1]), 100)).toMatchObject({
    path: 'M50 0H60M80 10H100',
    least: 1,
    most: 2,
  })
})

test('nobody in line is a line at the bottom', () => {
  expect(sparkOf(line([0, 0]), 60)?.path).toBe('M0 20H100')
})

test('there is nothing to draw of nothing, of one moment, and of an estimate that is never known', () => {
  expect(sparkOf(line(), 100)).toBeNull()
  expect(sparkOf(line([100, 3]), 100)).toBeNull()
  expect(sparkOf(line([0, null], [50, null]), 100)).toBeNull()
})
