import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import type { CallbackWireRow } from '../../server/tester/contract.ts'
import { messagesOf } from '../messages/messages.ts'
import { exchange } from '../wire/traffic-samples.ts'
import { MomentWire } from './moment-wire.tsx'

const drawn = (row: CallbackWireRow) =>
  renderToStaticMarkup(
    <IntlProvider locale="en" timeZone="UTC" messages={messagesOf('en')}>
      <MomentWire rows={[row]} wire={{ items: [row], dropped: 0, isPartial: false }} />
    </IntlProvider>,
  )

test('a message of CometD is named by its channel, without its direction said twice', () => {
  const sent = {
    ...exchange(1),
    kind: 'frame' as const,
    method: 'SEND',
    path: '/meta/subscribe',
    afterEvent: 0,
  }
  expect(drawn(sent)).toContain('>SEND /meta/subscribe</code>')
  expect(drawn({ ...sent, method: 'RECEIVE' })).toContain('>RECV /meta/subscribe</code>')
})

test('a request is named by its method and the end of its path', () => {
  const asked = { ...exchange(1), method: 'POST', path: '/genesys/1/service/369-1/connect', afterEvent: 0 }
  expect(drawn(asked)).toContain('POST …/connect</code>')
})
