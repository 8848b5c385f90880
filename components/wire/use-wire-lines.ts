'use client'

import { useMemo } from 'react'
import { useCustomerStore } from '../customer/customer-store.ts'
import type { TrafficList } from './traffic-list.ts'
import { useQueryText } from './wire-address.tsx'
import { foldTraffic, type WireLine } from './wire-lines.ts'
import { filterRows, type CustomersByLetter } from './wire-query-match.ts'
import { parseQuery, type WireQuery } from './wire-query.ts'
import { useWireStore } from './wire-store.ts'

interface WireLines {
  readonly query: WireQuery
  readonly rows: TrafficList['rows']
  readonly lines: readonly WireLine[]
}

/** The rows that the query lets through, and the lines they make. */
export function useWireLines(all: TrafficList['rows']): WireLines {
  const [text] = useQueryText()
  const openFolds = useWireStore((store) => store.openFolds)
  const customers = useCustomers()
  const query = useMemo(() => parseQuery(text), [text])
  const rows = useMemo(() => filterRows(all, query, customers), [all, query, customers])
  // Whoever looks for something wants to see what was found.
  const isFolded = query.terms.every(({ field }) => field === 'session' || field === 'actor')
  const lines = useMemo(
    () =>
      isFolded
        ? foldTraffic(rows, openFolds)
        : rows.map((row) => ({ kind: 'row' as const, row, isUnfolded: false })),
    [rows, openFolds, isFolded],
  )
  return { query, rows, lines }
}

/** Who the letters of the page stand for. */
function useCustomers(): CustomersByLetter {
  const customers = useCustomerStore((store) => store.customers)
  return useMemo(
    () =>
      new Map(
        customers.map(({ letter, user, session }) => [
          letter,
          { user, serviceId: session?.serviceId ?? null },
        ]),
      ),
    [customers],
  )
}
