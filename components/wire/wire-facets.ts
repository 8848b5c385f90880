import type { TrafficSummary } from '../../server/tester/contract.ts'
import { shortId, wordOf } from './traffic-row.ts'
import { isError } from './row-error.ts'

export type FacetField = 'kind' | 'actor' | 'status' | 'is' | 'method' | 'session'

/** One value of a field, and how many rows have it. */
export interface FacetValue {
  /** As it stands in the query. */
  readonly value: string
  readonly count: number
}

export interface Facet {
  readonly field: FacetField
  readonly values: readonly FacetValue[]
}

/** A field with more values than this shows the most frequent ones. */
const valuesMax = 8

/** What the rows have in the fields of the query, the most frequent first; a field that tells nothing is left out. */
export function facetsOf(rows: readonly TrafficSummary[]): Facet[] {
  const counts: Record<FacetField, Map<string, number>> = {
    kind: new Map(),
    actor: new Map(),
    status: new Map(),
    is: new Map(),
    method: new Map(),
    session: new Map(),
  }
  const count = (field: FacetField, value: string) =>
    counts[field].set(value, (counts[field].get(value) ?? 0) + 1)
  const sessions = sessionsByUser(rows)
  for (const row of rows) {
    count('kind', wordOf(row).toLowerCase())
    count('actor', row.actor)
    if (row.status !== null) count('status', `${Math.floor(row.status / 100)}xx`)
    if (row.kind === 'unsent') count('is', 'unsent')
    if (row.isHeld) count('is', 'held')
    if (row.isHeartbeat) count('is', 'heartbeat')
    if (isError(row)) count('is', 'error')
    if (row.replayOf !== null) count('is', 'replay')
    if (row.isPinned) count('is', 'pinned')
    if (row.comment !== null) count('is', 'noted')
    if (row.kind === 'exchange') count('method', row.method)
    if (row.serviceId !== null) count('session', sessionOf(row.serviceId))
    else for (const session of sessions.get(row.user) ?? []) count('session', session)
  }
  return Object.entries(counts).flatMap(([field, values]) => {
    if (values.size === 0) return []
    const sorted = [...values].sort(([, a], [, b]) => b - a).slice(0, valuesMax)
    return [
      { field: field as FacetField, values: sorted.map(([value, number]) => ({ value, count: number })) },
    ]
  })
}

const sessionOf = (serviceId: string) => shortId(serviceId).replace('…', '')

/** Whose device the rows of a callback come from: what it sends that names no callback counts for each of them. */
function sessionsByUser(rows: readonly TrafficSummary[]): ReadonlyMap<string | null, ReadonlySet<string>> {
  const sessions = new Map<string | null, Set<string>>()
  for (const { user, serviceId } of rows) {
    if (user === null || serviceId === null) continue
    const known = sessions.get(user) ?? new Set<string>()
    sessions.set(user, known.add(sessionOf(serviceId)))
  }
  return sessions
}
