import { expect, test } from 'vitest'
import { expiryOf, goneBy, secondsUntil } from './expiry.ts'

const at = '2026-01-01T10:00:00.000Z'
const time = Date.parse(at)

test('what a time-out ended says which time is over', () => {
  expect(expiryOf({ reason: 'FAIL_USER_NO_CONFIRM' })).toBe('confirmation')
  expect(expiryOf({ reason: 'FAIL_TIMEOUT_TTL' })).toBe('queued')
})

test('what somebody ended has not expired', () => {
  for (const reason of ['AGENT_CONNECTED', 'CANCELLED', null] as const)
    expect(expiryOf({ reason })).toBeNull()
})

test('a callback that is gone before its time was not taken by the time to live', () => {
  expect(goneBy(at, time - 1)).toBeNull()
  expect(goneBy(at, time)).toBe('time-to-live')
  expect(goneBy(null, time)).toBeNull()
  expect(goneBy(at, null)).toBeNull()
})

test('the seconds left are whole, and never negative', () => {
  expect(secondsUntil(at, time - 1500)).toBe(2)
  expect(secondsUntil(at, time + 1500)).toBe(0)
})
