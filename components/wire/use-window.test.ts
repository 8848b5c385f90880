import { expect, test } from 'vitest'
import { windowOf } from './use-window.ts'

test('what is seen is drawn, and a few rows around it', () => {
  expect(windowOf(2000, 28, 0, 280)).toEqual({ from: 0, to: 22 })
  expect(windowOf(2000, 28, 28_000, 280)).toEqual({ from: 988, to: 1022 })
})

test('no row is drawn that is not there', () => {
  expect(windowOf(5, 28, 0, 280)).toEqual({ from: 0, to: 5 })
  expect(windowOf(0, 28, 0, 280)).toEqual({ from: 0, to: 0 })
  // The list has become shorter than the place that was scrolled to.
  expect(windowOf(10, 28, 28_000, 280)).toEqual({ from: 10, to: 10 })
})
