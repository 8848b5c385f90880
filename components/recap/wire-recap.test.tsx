import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import type { CallbackDetailJson, CallbackWire, CallbackWireRow } from '../../server/tester/contract.ts'
import { callbackKeys } from '../callbacks-queries.ts'
import { messagesOf } from '../messages/messages.ts'
import { exchange } from '../wire/traffic-samples.ts'
import { WireRecap } from './wire-recap.tsx'

const row = (number: number, note: string): CallbackWireRow => ({
  ...exchange(number, { note }),
  afterEvent: 0,
})

/** What the card says of a callback that no agent was found for. */
function said(wire: Partial<CallbackWire>): string {
  const client = new QueryClient()
  client.setQueryData(callbackKeys.wire('369-a'), { items: [], dropped: 0, isPartial: false, ...wire })
  const callback = { id: '369-a', timeline: [] } as unknown as CallbackDetailJson
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <IntlProvider locale="en" timeZone="UTC" messages={messagesOf('en')}>
        <WireRecap callback={callback} user="u1" />
      </IntlProvider>
    </QueryClientProvider>,
  )
}

test('what is missing is said beside what is counted, and no script begins without the start', () => {
  const text = said({ items: [row(2, 'connect')], dropped: 3, isPartial: true })
  expect(text).toContain('You made 1 request ')
  expect(text).toContain('The log is younger than this callback')
  expect(text).toContain('The log has given up 3 rows')
  expect(text).toContain('The log no longer has the start request')
})

test('whoever was in line to the end found no agent by polling', () => {
  const text = said({ items: [row(1, 'start callback'), row(2, 'retrieve-notifications')] })
  expect(text).toContain('You made 1 request ')
  expect(text).not.toContain('<code>retrieve-notifications</code>')
  expect(text).not.toContain('The log ')
})
