import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import type { TimelineItem } from '../server/tester/contract.ts'
import { messagesOf } from './messages/messages.ts'
import { Timeline } from './timeline.tsx'

const down: TimelineItem = {
  number: 7,
  at: '2026-01-05T10:00:00.000Z',
  type: 'back-ends-changed',
  text: 'Down are: URS, the push provider.',
  phrase: {
    key: 'backEndsDown',
    values: {
      backEnds: {
        key: 'list',
        values: {
          first: { key: 'backEnd', values: { backEnd: 'urs' } },
          next: { key: 'backEnd', values: { backEnd: 'push' } },
        },
      },
    },
  },
  cause: null,
  traffic: null,
}

const drawn = (locale: 'en' | 'de', onSelect?: () => void) =>
  renderToStaticMarkup(
    <IntlProvider locale={locale} timeZone="UTC" messages={messagesOf(locale)}>
      <Timeline items={[down]} {...(onSelect ? { onSelect } : {})} />
    </IntlProvider>,
  )

test('[TA133] what happened is said in the language of the page', () => {
  expect(drawn('en')).toContain('>Down are: URS, the push provider.</span>')
  expect(drawn('de')).toContain('>Ausgefallen: URS, Push-Anbieter.</span>')
  expect(drawn('de', () => undefined)).toContain('>Ausgefallen: URS, Push-Anbieter.</button>')
  expect(drawn('de')).not.toContain('lang=')
})
