import { QueryClient, QueryClientProvider, type QueryKey } from '@tanstack/react-query'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { IntlProvider } from 'use-intl'
import { messagesOf } from '../messages/messages.ts'
import { serviceKeys } from '../services-queries.ts'
import { settingsKeys } from '../settings-queries.ts'
import { TesterSettings } from '../settings/tester-settings.tsx'
import { ServicePage } from './service-page.tsx'
import { ServicesPage } from './services-page.tsx'

const settings = { gmsVersion: '8.1.2', idPrefix: '369', callback: {}, server: {} }

/** A page whose data were read once, and not when they were to be read again. */
function drawn(page: ReactNode, queryKey: QueryKey, data: unknown, error: Error | null): string {
  const client = new QueryClient()
  client.setQueryData(queryKey, data)
  client.getQueryCache().find({ queryKey })?.setState({ error })
  return renderToStaticMarkup(
    <NuqsTestingAdapter>
      <QueryClientProvider client={client}>
        <IntlProvider locale="en" timeZone="UTC" messages={messagesOf('en')}>
          {page}
        </IntlProvider>
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  )
}

test.each([
  ['the services', <ServicesPage key="a" />, serviceKeys.all, []],
  ['one service', <ServicePage key="b" name="chat-delay" />, serviceKeys.all, []],
  ['the settings', <TesterSettings key="c" />, settingsKeys.all, settings],
] as const)('what could not be read again says so beside what was read: %s', (_, page, key, data) => {
  const said = /It could not be read again: <span lang="en">Nothing can be kept any more\.</
  expect(drawn(page, key, data, new Error('Nothing can be kept any more.'))).toMatch(said)
  expect(drawn(page, key, data, null)).not.toMatch(said)
})
