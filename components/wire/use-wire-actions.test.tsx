import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { IntlProvider } from 'use-intl'
import { messagesOf } from '../messages/messages.ts'
import { useNoticeStore } from '../ui/toast.tsx'
import { detailOf } from './traffic-samples.ts'
import { useWireActions, type WireActions } from './use-wire-actions.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  useNoticeStore.getState().take()
})

/** A tester whose log has begun anew, and what is asked of it: another row is its first. */
function restarted(): string[] {
  const asked: string[] = []
  const row = detailOf({ number: 1, at: '2027-01-01T00:00:00.000Z' })
  vi.stubGlobal('fetch', (url: string, { method = 'GET' }: RequestInit = {}) => {
    asked.push(method)
    const isList = new URL(url, 'http://tester').searchParams.has('after')
    return Promise.resolve(Response.json(isList ? { items: [row], next: 1, dropped: 0 } : row))
  })
  return asked
}

function actions(): WireActions {
  let found: WireActions | null = null
  const Probe = () => {
    found = useWireActions()
    return null
  }
  renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <IntlProvider locale="en" timeZone="UTC" messages={messagesOf('en')}>
        <Probe />
      </IntlProvider>
    </QueryClientProvider>,
  )
  if (found === null) throw new Error('nothing was drawn')
  return found
}

const isToldOfIt = () => {
  const { waiting } = useNoticeStore.getState()
  expect(waiting).toMatchObject([{ tone: 'info', title: expect.stringContaining('is gone') as string }])
}

test('the request of another row, which has the number by now, is not sent again', async () => {
  const asked = restarted()
  await actions().replay(detailOf({ number: 1 }))
  expect(asked).toEqual(['GET'])
  isToldOfIt()
})

test('no other row is pinned', async () => {
  const asked = restarted()
  actions().togglePin(detailOf({ number: 1 }))
  await vi.waitFor(isToldOfIt)
  expect(asked).toEqual(['GET'])
})
