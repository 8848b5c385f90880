import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { IntlProvider } from 'use-intl'
import type { ClockJson } from '../../server/tester/contract.ts'
import { clockQuery } from '../clock-queries.ts'
import { messagesOf } from '../messages/messages.ts'
import { useNoticeStore } from '../ui/toast.tsx'
import { useGoToNextEvent } from './next-event.ts'

test('where nothing is next, going there says so', async () => {
  const client = new QueryClient()
  client.setQueryData(clockQuery().queryKey, { next: null } as ClockJson)
  let goOn: (() => Promise<boolean>) | null = null
  const Probe = () => {
    goOn = useGoToNextEvent()
    return null
  }
  renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <IntlProvider locale="en" timeZone="UTC" messages={messagesOf('en')}>
        <Probe />
      </IntlProvider>
    </QueryClientProvider>,
  )
  const went = await (goOn as (() => Promise<boolean>) | null)?.()
  expect(went).toBe(false)
  expect(useNoticeStore.getState().take()).toMatchObject([
    { tone: 'info', title: expect.stringContaining('nothing to jump to') as string },
  ])
})
