'use client'

import { useRouter } from 'next/navigation'
import type { MouseEvent } from 'react'
import type { Arrow } from './arrow.ts'

/** Where arrows lead. */
export interface SequenceLinks {
  hrefOf: (arrow: Arrow) => string
  /** Follows without loading the page anew; with a modifier key the browser does as it is told. */
  follow: (event: MouseEvent, arrow: Arrow) => void
}

/** What crossed the wire leads to its row, an event to its place on the callback's page. */
export function useSequenceLinks(serviceId: string): SequenceLinks {
  const router = useRouter()
  const hrefOf = ({ row, event }: Arrow) =>
    row === null ? `/callbacks/${encodeURIComponent(serviceId)}?event=${event}` : `/wire/${row}`
  return {
    hrefOf,
    follow(event, arrow) {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      router.push(hrefOf(arrow), { scroll: arrow.row !== null })
    },
  }
}
