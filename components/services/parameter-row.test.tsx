import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { IntlProvider } from 'use-intl'
import { messagesOf } from '../messages/messages.ts'
import type { Option } from './option-fault.ts'
import { ParameterRow } from './parameter-row.tsx'
import { parametersOf } from './parameters.ts'

const option: Option = {
  name: '_ttl',
  category: 'General',
  type: { kind: 'integer', min: 1, max: 9 },
  default: '5',
  mandatory: true,
  fixed: false,
  kept: false,
  fromRequest: 'never',
  description: '',
}

/** What stands in the row of the template's option, or of what the service has of its own. */
function said(overrides: Record<string, string>, changes: Partial<Option> = {}): string {
  const service = { name: 'a', template: 'T', options: {}, overrides, changed: [], builtIn: false }
  const [parameter] = parametersOf(service, { options: [{ ...option, ...changes }], families: [] })
  if (parameter === undefined) throw new Error('there is no parameter')
  return renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <IntlProvider locale="en" timeZone="UTC" messages={messagesOf('en')}>
        <ParameterRow service={service} parameter={parameter} />
      </IntlProvider>
    </QueryClientProvider>,
  )
}

test('a parameter says its type and its default, changed or not', () => {
  expect(said({})).toContain('>Whole number, 1 to 9 · Default: 5<')
  expect(said({ _ttl: '7' })).toContain('>Whole number, 1 to 9 · Default: 5<')
  expect(said({}, { default: '', type: { kind: 'text' } })).toContain('>Text · Default: empty<')
})

test('one that is fixed says its type, and its value once', () => {
  const row = said({}, { fixed: true })
  expect(row).toContain('>Whole number, 1 to 9<')
  expect(row).not.toContain('Default')
})
