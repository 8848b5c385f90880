import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { IntlProvider } from 'use-intl'
import type { AgentJson } from '../../server/tester/contract.ts'
import { messagesOf } from '../messages/messages.ts'
import { Presence } from './presence.tsx'

const away = {
  id: 'anna',
  name: 'Anna',
  state: 'not-ready',
  stateReason: 'lunch',
  stateSince: '2027-01-01T12:00:00.000Z',
  capacity: 1,
  auto: null,
  interactions: [],
} as unknown as AgentJson

test('on a German page the reasons of presence, which go over the wire, are marked as English', () => {
  const drawn = renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <IntlProvider locale="de" timeZone="UTC" messages={messagesOf('de')}>
        <Presence agent={away} />
      </IntlProvider>
    </QueryClientProvider>,
  )
  expect(drawn).toContain('<span lang="en"> (lunch)</span>')
  expect(drawn).toMatch(/<option lang="en"[^>]*>lunch<\/option>/)
})
