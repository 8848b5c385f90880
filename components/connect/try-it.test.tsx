import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import type { ServiceJson } from '../../server/tester/contract.ts'
import { messagesOf } from '../messages/messages.ts'
import { serviceKeys } from '../services-queries.ts'
import { trafficKeys } from '../traffic-queries.ts'
import { emptyTraffic } from '../wire/traffic-list.ts'
import { ClientChecklist } from './client-checklist.tsx'
import { TryIt } from './try-it.tsx'

/** What the page says with these services; null: they are not read yet. */
function said(services: readonly Pick<ServiceJson, 'name' | 'options'>[] | null, search = ''): string {
  const client = new QueryClient()
  client.setQueryData(trafficKeys.list, emptyTraffic)
  if (services !== null) client.setQueryData(serviceKeys.all, services)
  return renderToStaticMarkup(
    <NuqsTestingAdapter searchParams={search}>
      <QueryClientProvider client={client}>
        <IntlProvider locale="en" timeZone="UTC" messages={messagesOf('en')}>
          <TryIt />
          <ClientChecklist />
        </IntlProvider>
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  )
}

const noService = 'There is no service that takes callbacks.'

test('services that are not read yet are none that are missing', () => {
  expect(said(null)).not.toContain(noService)
  expect(said(null)).toContain('Reading the services…')
  expect(said([])).toContain(noService)
})

test('the service in the address is the one of the command and of the first step', () => {
  const services = ['chat-delay', 'samples'].map((name) => ({ name, options: {} }))
  const path = '/genesys/1/service/callback/samples</code>'
  expect(said(services)).not.toContain(path)
  expect(said(services, '?service=samples')).toContain(path)
  expect(said(services, '?service=samples')).toContain('<option selected="">samples</option>')
})
