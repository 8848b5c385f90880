'use client'

import { ChevronRight } from 'lucide-react'
import { useWireStore } from './wire-store.ts'

/**
 * Headers in the order and the case in which they crossed the wire. Once they are open, they are open for every row
 * that is looked at.
 */
export function HeaderList({ headers }: { headers: readonly [string, string][] }) {
  const areOpen = useWireStore((store) => store.areHeadersOpen)
  const showHeaders = useWireStore((store) => store.showHeaders)
  return (
    <div className="min-w-0">
      <button
        type="button"
        aria-expanded={areOpen}
        onClick={() => showHeaders(!areOpen)}
        className="flex min-h-6 items-center gap-1 rounded-sm text-sm text-muted enabled-hover:text-text"
      >
        <ChevronRight
          aria-hidden
          size={14}
          className={areOpen ? 'rotate-90 transition-transform' : 'transition-transform'}
        />
        {headers.length} header{headers.length === 1 ? '' : 's'}
      </button>
      {areOpen && (
        <dl className="grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] gap-x-3 gap-y-0.5 pt-1 font-mono text-mono">
          {headers.map(([name, value], index) => (
            <div key={`${index} ${name}`} className="contents">
              <dt className="break-words text-muted">{name}</dt>
              <dd className="min-w-0 break-all">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
