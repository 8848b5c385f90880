import { quoteValue, tokenize, type Place } from './wire-query-tokens.ts'
import { fieldValues, queryFields, type QueryField } from './wire-query.ts'

/** What the fields without a fixed set of values have been seen with. */
export type SeenValues = Readonly<Record<'session' | 'user' | 'path' | 'chan' | 'method', readonly string[]>>

/** One way to go on with the query. */
export interface Suggestion {
  /** What stands there instead, once it is chosen. */
  readonly insert: string
  /** What it is: a field that wants a value, or a value of a field. */
  readonly field: QueryField
  /** Null for the field itself. */
  readonly value: string | null
}

export interface Completion {
  /** What the chosen suggestion takes the place of. */
  readonly place: Place
  readonly suggestions: readonly Suggestion[]
}

const suggestionsMax = 12
const statuses = ['2xx', '4xx', '5xx', '>=400', '<300', 'none']

/** How the word under the caret may go on. */
export function completeQuery(text: string, caret: number, seen: SeenValues): Completion {
  const token = tokenize(text).find(({ from, to }) => from <= caret && caret <= to)
  if (token === undefined)
    return { place: { from: caret, to: caret }, suggestions: queryFields.map(fieldSuggestion) }
  const { isNot, field, value, valueAt, from, to, isQuoted } = token
  if (field === null) {
    if (isQuoted) return { place: { from, to }, suggestions: [] }
    const typed = value.toLowerCase()
    const fields = queryFields.filter((name) => name.startsWith(typed)).map(fieldSuggestion)
    return {
      place: { from: isNot ? from + 1 : from, to },
      suggestions: [...fields, ...valuesThatBegin(typed)].slice(0, suggestionsMax),
    }
  }
  const known = queryFields.find((name) => name === field.toLowerCase())
  if (known === undefined) return { place: { from, to }, suggestions: [] }
  // Of a list, the last value is the one that is being written.
  const comma = isQuoted ? -1 : value.lastIndexOf(',')
  const typed = value.slice(comma + 1).toLowerCase()
  const chosen = comma < 0 ? [] : value.slice(0, comma).split(',')
  return {
    place: { from: comma < 0 ? valueAt.from : valueAt.from + comma + 1, to },
    suggestions: valuesOf(known, seen)
      .filter((one) => isMeant(one.toLowerCase(), typed, known in fieldValues) && !chosen.includes(one))
      .filter((one) => one.toLowerCase() !== typed)
      .slice(0, suggestionsMax)
      .map((one) => ({ insert: `${quoteValue(one)} `, field: known, value: one })),
  }
}

/** The query with a suggestion in its place, and where the caret stands then. */
export function applySuggestion(
  text: string,
  { place }: Completion,
  { insert }: Suggestion,
): { text: string; caret: number } {
  const rest = text.slice(place.to)
  const word = insert.endsWith(' ') && rest.startsWith(' ') ? insert.trimEnd() : insert
  return { text: `${text.slice(0, place.from)}${word}${rest}`, caret: place.from + word.length }
}

/** Words of ours by their beginning; what was seen, such as an id, by any part. */
const isMeant = (value: string, typed: string, isFixed: boolean): boolean =>
  isFixed ? value.startsWith(typed) : value.includes(typed)

const fieldSuggestion = (field: QueryField): Suggestion => ({ insert: `${field}:`, field, value: null })

/** Fixed values that begin like a bare word: `pu` may become `is:push`. */
function valuesThatBegin(typed: string): Suggestion[] {
  if (typed.length < 2) return []
  return (['is', 'kind', 'actor'] as const).flatMap((field) =>
    fieldValues[field]
      .filter((value) => value.startsWith(typed))
      .map((value) => ({ insert: `${field}:${value} `, field, value })),
  )
}

function valuesOf(field: QueryField, seen: SeenValues): readonly string[] {
  switch (field) {
    case 'actor':
    case 'kind':
    case 'is':
      return fieldValues[field]
    case 'status':
      return statuses
    case 'session':
    case 'user':
    case 'path':
    case 'chan':
    case 'method':
      return seen[field]
  }
}
