import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { markPressed, notePressed, usePressed, wasJustPressed } from './pressed.ts'
import { exchange } from './wire/traffic-samples.ts'

beforeEach(() => {
  vi.useFakeTimers()
  usePressed.setState({ awaited: [], at: null, row: null })
})
afterEach(() => vi.useRealTimers())

const path = '/genesys/1/service/369-a/connect'

test('the row of what was pressed is marked for a moment', () => {
  notePressed('POST', path)
  markPressed([exchange(6, { path: '/other' }), exchange(7, { path }), exchange(8, { path })])
  expect(usePressed.getState().row).toBe(7)
  vi.advanceTimersByTime(1_500)
  expect(usePressed.getState().row).toBeNull()
})

test('nothing is marked that nobody pressed, or long after', () => {
  notePressed('GET', path)
  notePressed('POST', '/genesys/1/service/369-a/check-queue-position')
  expect(usePressed.getState().awaited).toEqual([])
  notePressed('POST', path)
  vi.advanceTimersByTime(6_000)
  markPressed([exchange(7, { path })])
  expect(usePressed.getState().row).toBeNull()
})

test('of two that come together the later one is marked, for its own time', () => {
  notePressed('POST', path)
  markPressed([exchange(7, { path })])
  vi.advanceTimersByTime(1_000)
  notePressed('POST', path)
  markPressed([exchange(9, { path })])
  vi.advanceTimersByTime(1_000)
  expect(usePressed.getState().row).toBe(9)
})

test('for a while what changes is taken for what was pressed, whether its row has come or not', () => {
  expect(wasJustPressed()).toBe(false)
  notePressed('POST', path)
  markPressed([exchange(7, { path })])
  expect(wasJustPressed()).toBe(true)
  vi.advanceTimersByTime(5_000)
  expect(wasJustPressed()).toBe(false)
})
