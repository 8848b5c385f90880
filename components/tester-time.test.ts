import { afterEach, expect, test, vi } from 'vitest'
import { askTester } from './tester-client.ts'
import { testerNow } from './tester-time.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A browser whose clock stands still here, and a tester that answers with this date. */
async function hearAt(browser: string, date: string | null) {
  vi.useFakeTimers({ now: new Date(browser), toFake: ['Date'] })
  const headers: HeadersInit = date === null ? {} : { date: new Date(date).toUTCString() }
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({}, { headers })))
  await askTester('GET', '/health')
  return new Date(testerNow()).toISOString()
}

test('what the tester has begun is measured by its clock, not by a browser’s that is wrong', async () => {
  expect(await hearAt('2026-11-27T13:05:00.000Z', '2026-11-27T12:00:00Z')).toBe('2026-11-27T12:00:00.500Z')
  // An answer without a date tells nothing new.
  expect(await hearAt('2026-11-27T13:05:07.000Z', null)).toBe('2026-11-27T12:00:07.500Z')
})

test('clocks that agree as far as an answer can say it are the same', async () => {
  expect(await hearAt('2026-11-27T12:00:01.900Z', '2026-11-27T12:00:01Z')).toBe('2026-11-27T12:00:01.900Z')
  expect(await hearAt('2026-11-27T12:00:03.000Z', '2026-11-27T12:00:01Z')).toBe('2026-11-27T12:00:03.000Z')
})
