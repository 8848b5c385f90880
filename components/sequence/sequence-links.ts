'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import type { MouseEvent } from 'react'
import type { Arrow } from './arrow.ts'

/** Where arrows lead. */
export interface SequenceLinks {
  hrefOf: (arrow: Arrow) => string
  /** Follows without loading the page anew; with a modifier key the browser does as it is told. */
  follow: (event: MouseEvent, arrow: Arrow) => void
}

/** An event's place on its callback's page. Whoever stands there keeps what else the address says: the list stays a list. */
export function eventHref(serviceId: string, event: number | null, here: { path: string; search: string }) {
  const path = `/callbacks/${encodeURIComponent(serviceId)}`
  const search = new URLSearchParams(here.path === path ? here.search : '')
  search.set('event', String(event))
  return `${path}?${search}`
}

/** What crossed the wire leads to its row, an event to its place on the callback's page. */
export function useSequenceLinks(serviceId: string): SequenceLinks {
  const router = useRouter()
  const here = { path: usePathname(), search: useSearchParams().toString() }
  const hrefOf = ({ row, event }: Arrow) =>
    row === null ? eventHref(serviceId, event, here) : `/wire/${row}`
  return {
    hrefOf,
    follow(event, arrow) {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      router.push(hrefOf(arrow), { scroll: arrow.row !== null })
    },
  }
}
