import { afterEach, expect, test, vi } from 'vitest'
import { reach, refusal, TesterError } from './tester-client.ts'

afterEach(() => vi.unstubAllGlobals())

test('a request without an answer fails as one, and says what was asked', async () => {
  const cause = new TypeError('Failed to fetch')
  vi.stubGlobal('fetch', () => Promise.reject(cause))
  const failure = await reach('/genesys/1/x', { method: 'POST' }).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(TesterError)
  expect(failure).toMatchObject({ status: 0, code: 'unreachable', request: 'POST /genesys/1/x', cause })
})

test('a refusal is read as its sentence; an answer of somebody else as it came', () => {
  const refused = JSON.stringify({ error: { code: 'starting', message: 'It is starting.', details: [] } })
  expect(refusal(503, refused, 'GET /x')).toMatchObject({ code: 'starting', message: 'It is starting.' })
  expect(refusal(502, 'Bad Gateway', 'GET /x')).toMatchObject({ status: 502, message: 'Bad Gateway' })
})
