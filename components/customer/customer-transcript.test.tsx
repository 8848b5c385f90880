import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { IntlProvider } from 'use-intl'
import { messagesOf } from '../messages/messages.ts'
import { CustomerTranscript } from './customer-transcript.tsx'
import type { ChatLine } from './received.ts'

const ok = (index: number, text = 'ok'): ChatLine => ({
  index,
  type: 'Message.Text',
  nickname: 'Bob',
  text,
  seconds: index,
  party: 'CLIENT',
})

const isSending = (lines: ChatLine[], sending: { text: string; after: number }) =>
  renderToStaticMarkup(
    <IntlProvider locale="en" timeZone="UTC" messages={messagesOf('en')}>
      <CustomerTranscript label="Chat" lines={lines} sending={sending} />
    </IntlProvider>,
  ).includes('sending…')

test('a line that says what the last one said is shown as it is sent, until it comes back itself', () => {
  expect(isSending([ok(1)], { text: 'ok', after: 1 })).toBe(true)
  expect(isSending([ok(1), ok(2)], { text: 'ok', after: 1 })).toBe(false)
})

test('a line of several rows comes back with the line ends of a form', () => {
  expect(isSending([ok(1, 'one\r\ntwo')], { text: 'one\ntwo', after: 0 })).toBe(false)
})
