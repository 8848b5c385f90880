import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { IntlProvider } from 'use-intl'
import type { ClockJson } from '../../server/tester/contract.ts'
import { clockQuery } from '../clock-queries.ts'
import { messagesOf } from '../messages/messages.ts'
import { ClockGroup } from './clock-group.tsx'

function clockOf(changes: Partial<ClockJson>): string {
  const client = new QueryClient()
  const usual = { now: '2026-03-02T09:00:00Z', rate: 1, paused: false, hurriesUntil: null, next: null }
  client.setQueryData(clockQuery().queryKey, { ...usual, ...changes })
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <IntlProvider locale="en" timeZone="UTC" messages={messagesOf('en')}>
        <ClockGroup />
      </IntlProvider>
    </QueryClientProvider>,
  )
}

test('the clock says that its time is simulated, to those who look at it and to those who listen', () => {
  const usual = clockOf({})
  expect(usual).toContain('aria-label="The contact centre’s clock, in simulated time"')
  expect(usual).toMatch(/<time [^>]*title="Simulated time of the contact centre/)
  expect(usual).not.toContain('title="Simulated time. ')
})

test('what is not usual about the clock says so too', () => {
  expect(clockOf({ rate: 60 })).toMatch(/title="Simulated time\. Run the clock.*60× fast</)
  expect(clockOf({ paused: true })).toMatch(/title="Simulated time\. Let the clock run.*paused</)
})
