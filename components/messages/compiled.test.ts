import { expect, test } from 'vitest'
import { _createCache as createCache, _createIntlFormatters as createFormatters } from 'use-intl/core'
import formatAsWritten from 'use-intl/format-message'
import formatCompiled from 'use-intl/format-message/format-only'
import { compiledMessagesOf } from './compiled.ts'
import { messagesOf } from './messages.ts'
import { locales } from './translate.ts'

const cache = createCache()
const formatters = createFormatters(cache)

function* leaves(tree: object, path = ''): Generator<[string, unknown]> {
  for (const [key, value] of Object.entries(tree))
    if (typeof value === 'object' && !Array.isArray(value)) yield* leaves(value, `${path}${key}.`)
    else yield [`${path}${key}`, value]
}

const mark = (chunks: unknown) => `[${[chunks].flat().join('')}]`

/** A value for each argument and each tag that a message names. */
const valuesFor = (text: string, value: string | number) =>
  Object.fromEntries([
    ...[...text.matchAll(/\{(\w+)/g)].map(([, name]) => [name, value]),
    ...[...text.matchAll(/<(\w+)>/g)].map(([, name]) => [name, mark]),
  ])

test.each(locales)('compiled messages say what they say as written: %s', (locale) => {
  const options = { cache, formatters, locale }
  const compiled = new Map(leaves(compiledMessagesOf(locale)))
  const said = (value: string | number, isCompiled: boolean) =>
    [...leaves(messagesOf(locale))].map(([key, text]) => {
      const values = valuesFor(String(text), value)
      const parts = isCompiled
        ? formatCompiled(key, compiled.get(key) as never, values, options)
        : formatAsWritten(key, String(text), values, options)
      return `${key}: ${[parts].flat().join('')}`
    })
  for (const value of [1, 2, 1234, 'other']) expect(said(value, true)).toEqual(said(value, false))
})
