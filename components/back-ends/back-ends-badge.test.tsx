import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { IntlProvider } from 'use-intl'
import type { BackEndsJson } from '../../server/tester/contract.ts'
import { backEndsQuery } from '../back-ends-queries.ts'
import { messagesOf } from '../messages/messages.ts'
import { BackEndsBadge } from './back-ends-badge.tsx'

const { queryKey } = backEndsQuery()
const allUp: BackEndsJson = { ors: 'up', urs: 'up', statServer: 'up', chatServer: 'up', push: 'up' }

const lampOf = (client: QueryClient) =>
  renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <IntlProvider locale="en" timeZone="UTC" messages={messagesOf('en')}>
        <BackEndsBadge />
      </IntlProvider>
    </QueryClientProvider>,
  )

test('before the back ends are read, the lamp says to those who ask that nothing is known', () => {
  expect(lampOf(new QueryClient())).toContain('<span class="sr-only">Back ends: not known</span>')
})

test('when the back ends cannot be read, the lamp says so to everybody', async () => {
  // What is drawn once tries again at first otherwise.
  const client = new QueryClient({ defaultOptions: { queries: { retryOnMount: false } } })
  await client.prefetchQuery({ queryKey, queryFn: () => Promise.reject(new Error('No.')), retry: false })
  expect(lampOf(client)).toContain('<span>Back ends: not known</span>')
})

test('the lamp says that all are up when they are', () => {
  const client = new QueryClient()
  client.setQueryData(queryKey, allUp)
  expect(lampOf(client)).toContain('Back ends: all up')
  client.setQueryData(queryKey, { ...allUp, push: 'down' })
  expect(lampOf(client)).toContain('Push provider down')
})
