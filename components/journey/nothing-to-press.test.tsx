import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import type { PhraseJson } from '../../server/tester/contract.ts'
import { messagesOf } from '../messages/messages.ts'
import { NothingToPress } from './nothing-to-press.tsx'

const drawn = (reason: PhraseJson | null) =>
  renderToStaticMarkup(
    <IntlProvider locale="de" timeZone="UTC" messages={messagesOf('de')}>
      <NothingToPress reason={reason} />
    </IntlProvider>,
  )

test('a reason is said in the reader’s language', () => {
  const reason = { key: 'nobody', values: { state: 'ready', kind: 'group', name: 'Billing' } }
  expect(drawn(reason)).toContain('Kein Agent der Gruppe Billing ist bereit')
  expect(drawn(null)).not.toContain('Billing')
})
