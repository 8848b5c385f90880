'use client'

import dynamic from 'next/dynamic'
import { clsx } from 'clsx'
import { useEffect, useRef } from 'react'
import type { Wire } from './use-wire.ts'
import { useOpenedRow } from './wire-address.tsx'
import { WireEmpty } from './wire-empty.tsx'
import { WireGrid } from './wire-grid.tsx'
import { WireQueryState } from './wire-query-state.tsx'
import { useWireStore } from './wire-store.ts'
import { loadAgain } from '../ui/load-again.ts'
import { useFit } from '../ui/use-fit.ts'

// A row is read after it was found: its many sides come then.
const TrafficDetailPane = dynamic(
  () => loadAgain(() => import('./traffic-detail-pane.tsx')).then((module) => module.TrafficDetailPane),
  { ssr: false },
)

/** From how many rem on the row that is open stands beside the grid. */
const broadFrom = [48] as const

/** The grid and, beside it, the row that is open; on a narrow page the one or the other. */
export function WireView({ wire }: { wire: Wire }) {
  const { opened, open } = useOpenedRow()
  const resets = useWireStore((store) => store.resets)
  const knownResets = useRef(resets)
  useEffect(() => {
    if (knownResets.current === resets) return
    knownResets.current = resets
    // The log that it was a row of is no more.
    open(null)
  }, [resets, open])
  const frame = useRef<HTMLDivElement>(null)
  const isBroad = useFit(frame, broadFrom) > 0
  const { traffic, isPending, error, readAgain } = wire
  const { query, lines, rows } = wire.found
  return (
    <div ref={frame} className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <WireQueryState query={query} />
      <div className="flex min-h-0 min-w-0 flex-1">
        <div
          className={clsx('flex min-h-0 min-w-0 flex-1 flex-col', opened !== null && !isBroad && 'hidden')}
        >
          {lines.length > 0 ? (
            <WireGrid lines={lines} rows={rows} newest={traffic.rows.at(-1)?.number ?? 0} query={query} />
          ) : (
            <WireEmpty
              query={query}
              isPending={isPending}
              error={error}
              total={traffic.rows.length}
              onRetry={readAgain}
            />
          )}
        </div>
        {opened !== null && (
          <div className={clsx(detailClass, isBroad ? besideClass : 'w-full')}>
            <TrafficDetailPane number={opened} />
          </div>
        )}
      </div>
    </div>
  )
}

const detailClass = 'flex min-h-0 min-w-0 flex-col border-l bg-surface'

const besideClass = 'w-9/20 max-w-2xl shrink-0'
