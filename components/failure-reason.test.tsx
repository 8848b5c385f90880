import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { IntlProvider } from 'use-intl'
import { askGms } from './gms-client.ts'
import { messagesOf } from './messages/messages.ts'
import { askTester } from './tester-client.ts'
import { ErrorState } from './ui/error-state.tsx'

afterEach(() => vi.unstubAllGlobals())

/** What a German page says of an error. */
const saidOf = (error: unknown) =>
  renderToStaticMarkup(
    <IntlProvider locale="de" timeZone="UTC" messages={messagesOf('de')}>
      <ErrorState title="Nicht gelesen." error={error} />
    </IntlProvider>,
  )

const errorOf = (asked: Promise<unknown>) => asked.then(() => null).catch((error: unknown) => error)

describe.each([
  ['the tester’s API', () => errorOf(askTester('GET', '/queues'))],
  ['GMS', () => errorOf(askGms('/genesys/1/service/1/connect', ''))],
])('what a German page says when %s', (_, ask) => {
  test('does not answer, is German', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    expect(saidOf(await ask())).toContain('>Der Tester antwortet nicht. Läuft er noch?</p>')
  })

  test('answers nothing that says why, is German', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 502 })))
    expect(saidOf(await ask())).toContain('>Die Antwort, mit Status 502, sagt nicht, warum.</p>')
  })

  test('refuses, is the API’s own sentence, marked as English', async () => {
    const refusal = { error: { code: 'x', message: 'No.', details: [] }, exception: 'x', message: 'No.' }
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json(refusal, { status: 409 })))
    expect(saidOf(await ask())).toMatch(/<p lang="en"[^>]*>No\.<\/p>/)
  })
})
