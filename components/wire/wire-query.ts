import { tokenize, type Place, type Token } from './wire-query-tokens.ts'

/** The fields of a query, in the order in which they are offered. */
export const queryFields = [
  'session',
  'actor',
  'path',
  'chan',
  'status',
  'method',
  'kind',
  'is',
  'user',
] as const

export type QueryField = (typeof queryFields)[number]

/** The values of the fields that have a fixed set of them. */
export const fieldValues = {
  actor: ['customer', 'queue', 'agent', 'server', 'tester'],
  kind: ['rest', 'push', 'event', 'cometd', 'hold', 'comet', 'send', 'recv', 'fcm', 'apns', 'device'],
  is: ['push', 'unsent', 'held', 'error', 'fault', 'unmatched', 'heartbeat', 'replay', 'pinned', 'noted'],
} as const satisfies Partial<Record<QueryField, readonly string[]>>

/** How the status of a row is asked for. */
export type StatusRange = { readonly from: number; readonly to: number } | 'none'

/** One condition. All of a query's must hold; of one with several values, one must. */
export type QueryTerm = Place & { readonly isNot: boolean } & (
    | { readonly field: 'text'; readonly text: string }
    | { readonly field: 'number'; readonly number: number }
    | { readonly field: 'status'; readonly ranges: readonly StatusRange[] }
    | { readonly field: Exclude<QueryField, 'status'>; readonly values: readonly string[] }
  )

/** Why a part of a query means nothing. It is left out of what is asked. */
export type QueryProblem = Place &
  (
    | { readonly code: 'unknown-field'; readonly name: string; readonly meant: QueryField | null }
    | { readonly code: 'unknown-value'; readonly name: string; readonly field: keyof typeof fieldValues }
    | { readonly code: 'status-unreadable'; readonly name: string }
    | { readonly code: 'unknown-customer'; readonly name: string }
    | { readonly code: 'id-too-short'; readonly name: string }
    | { readonly code: 'value-missing'; readonly field: QueryField }
    | { readonly code: 'quote-open' }
    | { readonly code: 'nothing-excluded' }
  )

export interface WireQuery {
  readonly terms: readonly QueryTerm[]
  readonly problems: readonly QueryProblem[]
}

/** A shorter part of an id is in nearly every one. */
const idPartMin = 3

/**
 * Reads a query. It never fails: what cannot be read becomes a problem with its place. `letters` are those of the
 * page's customers; left out, any may be one's.
 */
export function parseQuery(text: string, letters?: string): WireQuery {
  const terms: QueryTerm[] = []
  const problems: QueryProblem[] = []
  for (const token of tokenize(text)) {
    const read = readTerm(token, letters)
    if ('code' in read) problems.push(read)
    else terms.push(read)
  }
  return { terms, problems }
}

function readTerm(token: Token, letters: string | undefined): QueryTerm | QueryProblem {
  const { from, to, isNot, field, value, valueAt, isQuoted, isOpen } = token
  const place = { from, to, isNot }
  if (isOpen) return { code: 'quote-open', ...valueAt }
  if (field === null) {
    if (value === '-') return { code: 'nothing-excluded', from, to }
    const number = /^#(\d{1,15})$/.exec(value)?.[1]
    if (number !== undefined && !isQuoted) return { ...place, field: 'number', number: Number(number) }
    return { ...place, field: 'text', text: value.toLowerCase() }
  }
  const known = queryFields.find((name) => name === field.toLowerCase())
  const fieldFrom = isNot ? from + 1 : from
  if (known === undefined)
    return {
      code: 'unknown-field',
      name: field,
      meant: nearestField(field),
      from: fieldFrom,
      to: fieldFrom + field.length,
    }
  const values = isQuoted ? [value] : value.split(',').filter((one) => one !== '')
  if (values.every((one) => one === '')) return { code: 'value-missing', field: known, from, to }
  if (known === 'status') return readStatus(values, place, valueAt)
  if (known === 'session') return readSession(values, place, valueAt, letters)
  const lower = values.map((one) => one.toLowerCase())
  if (known === 'actor' || known === 'kind' || known === 'is') {
    const allowed: readonly string[] = fieldValues[known]
    const wrong = lower.find((one) => !allowed.includes(one))
    if (wrong !== undefined) return { code: 'unknown-value', name: wrong, field: known, ...valueAt }
  }
  return { ...place, field: known, values: lower }
}

/** Customers by their letters, written large or small, and callbacks by a part of their ids. */
function readSession(
  written: readonly string[],
  place: Place & { isNot: boolean },
  valueAt: Place,
  letters: string | undefined,
): QueryTerm | QueryProblem {
  const values = written.map((one) => (isLetter(one) ? one.toUpperCase() : one))
  const unknown = values.find((one) => isLetter(one) && letters?.includes(one) === false)
  if (unknown !== undefined) return { code: 'unknown-customer', name: unknown, ...valueAt }
  const short = values.find((one) => !isLetter(one) && one.replace(/^…/, '').length < idPartMin)
  if (short !== undefined) return { code: 'id-too-short', name: short, ...valueAt }
  return { ...place, field: 'session', values }
}

const isLetter = (value: string): boolean => /^[a-z]$/i.test(value)

function readStatus(
  values: readonly string[],
  place: Place & { isNot: boolean },
  valueAt: Place,
): QueryTerm | QueryProblem {
  const ranges: StatusRange[] = []
  for (const value of values) {
    const range = statusRange(value.toLowerCase())
    if (range === null) return { code: 'status-unreadable', name: value, ...valueAt }
    ranges.push(range)
  }
  return { ...place, field: 'status', ranges }
}

/** `404`, `4xx`, `>=400`, `<300`, `400-499`, `none`. */
function statusRange(text: string): StatusRange | null {
  if (text === 'none') return 'none'
  const hundreds = /^([1-5])xx$/.exec(text)?.[1]
  if (hundreds !== undefined) return { from: Number(hundreds) * 100, to: Number(hundreds) * 100 + 99 }
  const both = /^(\d{3})-(\d{3})$/.exec(text)
  if (both) return { from: Number(both[1]), to: Number(both[2]) }
  const one = /^(>=|<=|>|<|)(\d{3})$/.exec(text)
  if (!one) return null
  const number = Number(one[2])
  switch (one[1]) {
    case '>=':
      return { from: number, to: 999 }
    case '>':
      return { from: number + 1, to: 999 }
    case '<=':
      return { from: 0, to: number }
    case '<':
      return { from: 0, to: number - 1 }
    default:
      return { from: number, to: number }
  }
}

const synonyms: Readonly<Record<string, QueryField>> = {
  id: 'session',
  callback: 'session',
  channel: 'chan',
  url: 'path',
  code: 'status',
  who: 'actor',
  type: 'kind',
  gms_user: 'user',
  verb: 'method',
}

/** The field that somebody may have meant: another word for it, its beginning, or one slip of the finger. */
function nearestField(name: string): QueryField | null {
  const lower = name.toLowerCase()
  const byWord = synonyms[lower]
  if (byWord !== undefined) return byWord
  return (
    queryFields.find((field) => lower.length > 1 && field.startsWith(lower)) ??
    queryFields.find((field) => isOneSlip(lower, field)) ??
    null
  )
}

/** Whether one letter too many, too few, other than it should be, or two in the wrong order make the difference. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a.charAt(start) === b.charAt(start)) start += 1
  const [restA, restB] = [a.slice(start), b.slice(start)]
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA.charAt(0) === restB.charAt(1) &&
      restA.charAt(1) === restB.charAt(0) &&
      restA.slice(2) === restB.slice(2))
  )
}
