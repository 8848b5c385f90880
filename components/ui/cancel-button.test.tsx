import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { IntlProvider } from 'use-intl'
import { messagesOf } from '../messages/messages.ts'
import { CancelButton } from './cancel-button.tsx'

test('whoever would leave what is being saved is told why not', () => {
  const drawn = (isOnItsWay: boolean) =>
    renderToStaticMarkup(
      <IntlProvider locale="de" timeZone="UTC" messages={messagesOf('de')}>
        <CancelButton isOnItsWay={isOnItsWay} onClick={() => undefined}>
          Abbrechen
        </CancelButton>
      </IntlProvider>,
    )
  expect(drawn(true)).toMatch(/aria-disabled="true".*Es ist unterwegs\./)
  expect(drawn(false)).not.toMatch(/aria-disabled="|unterwegs/)
})
