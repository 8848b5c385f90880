import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { IntlProvider } from 'use-intl'
import { clockQuery } from '../clock-queries.ts'
import { messagesOf } from '../messages/messages.ts'
import { AwaitedClock } from './awaited-clock.tsx'

const clockOf = (client: QueryClient) =>
  renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <IntlProvider locale="en" timeZone="UTC" messages={messagesOf('en')}>
        <AwaitedClock />
      </IntlProvider>
    </QueryClientProvider>,
  )

test('a clock that is being read says so', () => {
  expect(clockOf(new QueryClient())).toContain('The clock is being read…')
})

test('a clock that cannot be read says so, and can be read again', async () => {
  // What is drawn once tries again at first otherwise.
  const client = new QueryClient({ defaultOptions: { queries: { retryOnMount: false } } })
  await client.prefetchQuery({
    ...clockQuery(),
    queryFn: () => Promise.reject(new Error('No.')),
    retry: false,
  })
  const said = clockOf(client)
  expect(said).toContain('The clock cannot be read.')
  expect(said).toContain('>Try again</button>')
})
