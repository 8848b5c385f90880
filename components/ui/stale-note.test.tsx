import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { IntlProvider } from 'use-intl'
import { messagesOf } from '../messages/messages.ts'
import { StaleNote } from './stale-note.tsx'

const said = (error: Error | null) =>
  renderToStaticMarkup(
    <IntlProvider locale="de" timeZone="UTC" messages={messagesOf('de')}>
      <StaleNote error={error} />
    </IntlProvider>,
  )

test('what could not be read again says why, a sentence of the API marked as English; what was read says nothing', () => {
  expect(said(null)).toBe('')
  const refusal = Object.assign(new Error('Nothing can be kept any more.'), { status: 503 })
  expect(said(refusal)).toMatch(/nicht noch einmal gelesen.*<span lang="en">Nothing can be kept any more\.</)
  expect(said(Object.assign(new Error(''), { status: 0 }))).toContain('Der Tester antwortet nicht.')
})
