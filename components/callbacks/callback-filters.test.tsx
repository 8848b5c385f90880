import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import { messagesOf } from '../messages/messages.ts'
import { CallbackFilters } from './callback-filters.tsx'
import { readTime } from './time-range.ts'
import type { CallbackFilterControl } from './use-callback-filter.ts'

/** The filter with two ends of one's own, as they are typed. */
function drawn(from: string, to: string): string {
  const control = {
    filter: { state: null, service: null, lookup: null, text: '', from: null, to: null },
    lookupKey: null,
    time: 'between',
    given: { from: readTime(from), to: readTime(to) },
  } as Partial<CallbackFilterControl> as CallbackFilterControl
  return renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <IntlProvider locale="en" timeZone="UTC" messages={messagesOf('en')}>
        <CallbackFilters control={control} />
      </IntlProvider>
    </QueryClientProvider>,
  )
}

test('a year that is half typed stays in the field', () => {
  for (const typed of ['0002-11-27T09:00', '0202-11-27T09:00', '2026-11-27T09:00'])
    expect(drawn(typed, '')).toContain(`value="${typed}"`)
})

test('an end before the beginning is said on the field', () => {
  const said = 'It is before “From”'
  expect(drawn('2026-11-27T09:00', '2026-11-27T08:59')).toContain(said)
  expect(drawn('2026-11-27T09:00', '2026-11-27T09:00')).not.toContain(said)
  expect(drawn('2026-11-27T09:00', '')).not.toContain(said)
})
