import { expect, test } from 'vitest'
import { readRefusal, TesterError, unanswered } from './tester-client.ts'

test('a request without an answer fails as one, and says what was asked', async () => {
  const cause = new TypeError('Failed to fetch')
  const asked = Promise.reject(cause).catch(unanswered('POST /genesys/1/x'))
  const failure = await asked.catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(TesterError)
  expect(failure).toMatchObject({ status: 0, code: 'unreachable', request: 'POST /genesys/1/x', cause })
})

test('a refusal is read as its sentence; an answer of somebody else as it came', () => {
  const refused = JSON.stringify({ error: { code: 'starting', message: 'It is starting.', details: [] } })
  expect(readRefusal(503, refused, 'GET /x')).toMatchObject({ code: 'starting', message: 'It is starting.' })
  expect(readRefusal(502, 'Bad Gateway', 'GET /x')).toMatchObject({ status: 502, message: 'Bad Gateway' })
})
