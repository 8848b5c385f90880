import { quoteValue, type Place } from './wire-query-tokens.ts'
import { parseQuery, type QueryField } from './wire-query.ts'

/** The query without what stands there. */
export const withoutPlace = (text: string, { from, to }: Place): string =>
  `${text.slice(0, from).trimEnd()} ${text.slice(to).trimStart()}`.trim()

/** Whether the query asks for this value, alone or among others of its field. */
export const asksFor = (text: string, field: QueryField, value: string): boolean =>
  valuesOf(text, field)?.values.includes(value) === true

/**
 * The query with this value, or without it when it was there. A second value of a field joins the first, for of one
 * field's values one is enough.
 */
export function toggleValue(text: string, field: QueryField, value: string): string {
  const term = valuesOf(text, field)
  if (term === undefined) return `${text.trim()} ${field}:${quoteValue(value)}`.trim()
  const values = term.values.includes(value)
    ? term.values.filter((one) => one !== value)
    : [...term.values, value]
  if (values.length === 0) return withoutPlace(text, term)
  // A list cannot hold what has to be quoted; those values came alone.
  const written = values.length === 1 ? quoteValue(values[0] ?? '') : values.join(',')
  return `${text.slice(0, term.from)}${field}:${written}${text.slice(term.to)}`
}

/** The first part of a query that asks for values of this field, and which. */
function valuesOf(
  text: string,
  field: QueryField,
): (Place & { readonly values: readonly string[] }) | undefined {
  const term = parseQuery(text).terms.find((one) => one.field === field && !one.isNot)
  if (term === undefined) return undefined
  if ('values' in term) return term
  // A status is read into ranges; what was written is what is asked for.
  const written = text.slice(term.from, term.to)
  return { from: term.from, to: term.to, values: written.slice(written.indexOf(':') + 1).split(',') }
}
