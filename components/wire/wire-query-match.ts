import type { TrafficSummary } from '../../server/tester/contract.ts'
import { isError } from './row-error.ts'
import { wordOf } from './traffic-row.ts'
import type { QueryTerm, StatusRange, WireQuery } from './wire-query.ts'

/** The workbench's own customers, who may be asked for by their letters: `session:A`. */
export type CustomersByLetter = ReadonlyMap<
  string,
  { readonly user: string; readonly serviceId: string | null }
>

type Matches = (row: TrafficSummary) => boolean

/** The rows that a query lets through. */
export function filterRows(
  rows: readonly TrafficSummary[],
  query: WireQuery,
  customers: CustomersByLetter,
): readonly TrafficSummary[] {
  if (query.terms.length === 0) return rows
  const conditions = query.terms.map((term) => conditionOf(term, customers, rows))
  return rows.filter((row) => conditions.every((matches) => matches(row)))
}

function conditionOf(
  term: QueryTerm,
  customers: CustomersByLetter,
  rows: readonly TrafficSummary[],
): Matches {
  const matches = positive(term, customers, rows)
  return term.isNot ? (row) => !matches(row) : matches
}

function positive(term: QueryTerm, customers: CustomersByLetter, rows: readonly TrafficSummary[]): Matches {
  switch (term.field) {
    case 'text':
      return (row) => textOf(row).includes(term.text)
    case 'number':
      return (row) => row.number === term.number
    case 'status':
      return (row) => term.ranges.some((range) => isInRange(row.status, range))
    case 'session':
      return anyOf(term.values, (value) => sessionIs(value, customers, rows))
    case 'actor':
      return anyOf(term.values, (value) => (row) => row.actor === value)
    case 'path':
      return anyOf(term.values, (value) => (row) => row.path.toLowerCase().includes(value))
    case 'chan':
      return anyOf(term.values, (value) => (row) => channelsOf(row).some((name) => name.includes(value)))
    case 'method':
      return anyOf(term.values, (value) => (row) => row.method.toLowerCase() === value)
    case 'user':
      return anyOf(term.values, (value) => (row) => (row.user ?? '').toLowerCase().includes(value))
    case 'kind':
      return anyOf(term.values, (value) => (row) => isKind(row, value))
    case 'is':
      return anyOf(term.values, (value) => qualities[value] ?? (() => false))
  }
}

function anyOf(values: readonly string[], matcher: (value: string) => Matches): Matches {
  const [first, ...others] = values.map(matcher)
  if (first === undefined) return () => true
  return others.length === 0 ? first : (row) => first(row) || others.some((matches) => matches(row))
}

function isInRange(status: number | null, range: StatusRange): boolean {
  if (range === 'none') return status === null
  return status !== null && status >= range.from && status <= range.to
}

/**
 * A customer of the page by letter: what the customer sends, and what names the callback. Else part of the callback's
 * id: what names it, and what its device sends that names none.
 */
function sessionIs(value: string, customers: CustomersByLetter, rows: readonly TrafficSummary[]): Matches {
  const customer = customers.get(value)
  if (customer !== undefined)
    return ({ user, serviceId }) =>
      user === customer.user || (serviceId !== null && serviceId === customer.serviceId)
  const part = value.replace(/^…/, '').toLowerCase()
  const isNamed: Matches = ({ serviceId }) => serviceId?.toLowerCase().includes(part) === true
  const users = new Set(rows.filter(isNamed).map(({ user }) => user))
  return (row) => isNamed(row) || (row.serviceId === null && row.user !== null && users.has(row.user))
}

/** The Bayeux channels of a row: a frame's and a push's own, those that an exchange asked and answered. */
function channelsOf({ protocol, kind, path, note }: TrafficSummary): readonly string[] {
  if (protocol !== 'bayeux') return []
  const named = note.split(/, | → | to |: /).filter((word) => word.startsWith('/'))
  const all = kind === 'exchange' ? named : [path, ...named]
  return all.map((name) => name.toLowerCase())
}

function isKind(row: TrafficSummary, value: string): boolean {
  const word = wordOf(row)
  return value === 'cometd' ? row.protocol === 'bayeux' && row.kind !== 'push' : word.toLowerCase() === value
}

const qualities: Readonly<Record<string, Matches>> = {
  push: (row) => row.kind === 'push',
  // A push for a device that is not reached from here: rendered, and sent nowhere.
  unsent: (row) => row.kind === 'unsent',
  held: (row) => row.isHeld,
  error: isError,
  fault: ({ status }) => status !== null && status >= 500,
  // Nothing is there, or it cannot be asked for like this.
  unmatched: ({ status }) => status === 404 || status === 405,
  heartbeat: (row) => row.isHeartbeat,
  replay: (row) => row.replayOf !== null,
  pinned: (row) => row.isPinned,
  // Somebody has written on it.
  noted: (row) => row.comment !== null,
}

const texts = new WeakMap<TrafficSummary, string>()

/** Everything of a row that a word is searched in. A row that changes is another object. */
function textOf(row: TrafficSummary): string {
  const known = texts.get(row)
  if (known !== undefined) return known
  const { number, method, path, status, note, serviceId, user, comment } = row
  const words = [`#${number}`, wordOf(row), method, path, status, note, serviceId, user, comment]
  const text = words.join(' ').toLowerCase()
  texts.set(row, text)
  return text
}
