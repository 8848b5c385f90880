import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import { messagesOf } from '../messages/messages.ts'
import { NothingToPress } from './nothing-to-press.tsx'

const drawn = (reason: string | null) =>
  renderToStaticMarkup(
    <IntlProvider locale="de" timeZone="UTC" messages={messagesOf('de')}>
      <NothingToPress reason={reason} />
    </IntlProvider>,
  )

test('a reason that the API gives is marked as English, our own words are not', () => {
  expect(drawn('No agent of Billing is ready.')).toContain(
    '<span lang="en">No agent of Billing is ready.</span>',
  )
  expect(drawn(null)).not.toContain('lang="en"')
})
