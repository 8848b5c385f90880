'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useCustomerStore } from '../customer/customer-store.ts'
import { trafficListQuery } from './traffic-list-query.ts'
import { emptyTraffic, type TrafficList } from './traffic-list.ts'
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

/** The wire as it is read: everything that came, and what of it is looked for. */
export interface Wire {
  readonly traffic: TrafficList
  readonly found: WireLines
  readonly isPending: boolean
  /** Why it cannot be read; what came before stays. */
  readonly error: Error | null
  readonly readAgain: () => void
}

/** Reads the wire, and looks for what the query asks. */
export function useWire(): Wire {
  const { data: traffic = emptyTraffic, isPending, error, refetch } = useQuery(trafficListQuery())
  const found = useWireLines(traffic.rows)
  return { traffic, found, isPending, error, readAgain: () => void refetch() }
}

/** The rows that the query lets through, and the lines they make. */
function useWireLines(all: TrafficList['rows']): WireLines {
  const [text] = useQueryText()
  const openFolds = useWireStore((store) => store.openFolds)
  const customers = useCustomers()
  const letters = [...customers.keys()].join('')
  const query = useMemo(() => parseQuery(text, letters), [text, letters])
  const rows = useMemo(() => filterRows(all, query, customers), [all, query, customers])
  // Whoever looks for something wants to see what was found.
  const isFolded = query.terms.every(({ field }) => field === 'session' || field === 'actor')
  const lines = useMemo(() => (isFolded ? foldTraffic(rows, openFolds) : rows), [rows, openFolds, isFolded])
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
