'use client'

import dynamic from 'next/dynamic'
import { clsx } from 'clsx'
import { useEffect, useRef, useState } from 'react'
import type { Wire } from './use-wire.ts'
import { useOpenedRow } from './wire-address.tsx'
import { WireEmpty } from './wire-empty.tsx'
import { WireGrid } from './wire-grid.tsx'
import { WireQueryState } from './wire-query-state.tsx'
import { useWireStore } from './wire-store.ts'
import { loadAgain } from '../ui/load-again.ts'

const EditReplay = dynamic(
  () => loadAgain(() => import('./edit-replay.tsx')).then((module) => module.EditReplay),
  {
    ssr: false,
  },
)

// A row is read after it was found: its many sides come then.
const TrafficDetailPane = dynamic(
  () => loadAgain(() => import('./traffic-detail-pane.tsx')).then((module) => module.TrafficDetailPane),
  { ssr: false },
)

/** The grid and, beside it, the row that is open; on a narrow page the one or the other. */
export function WireView({ wire }: { wire: Wire }) {
  const { opened, open } = useOpenedRow()
  const [edited, setEdited] = useState<number | null>(null)
  const resets = useWireStore((store) => store.resets)
  const knownResets = useRef(resets)
  useEffect(() => {
    if (knownResets.current === resets) return
    knownResets.current = resets
    // The log that it was a row of is no more.
    open(null)
  }, [resets, open])
  const { traffic, isPending, error, readAgain } = wire
  const { query, lines, rows } = wire.found
  return (
    <div className="@container flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <WireQueryState query={query} />
      <div className="flex min-h-0 min-w-0 flex-1">
        <div className={clsx('flex min-h-0 min-w-0 flex-1 flex-col', opened !== null && 'hidden @3xl:flex')}>
          {lines.length > 0 ? (
            <WireGrid lines={lines} newest={rows.at(-1)?.number ?? 0} onEdit={setEdited} />
          ) : (
            <WireEmpty isPending={isPending} error={error} total={traffic.rows.length} onRetry={readAgain} />
          )}
        </div>
        {opened !== null && (
          <div className={detailClass}>
            <TrafficDetailPane number={opened} onEdit={setEdited} />
          </div>
        )}
      </div>
      {edited !== null && <EditReplay number={edited} onClose={() => setEdited(null)} />}
    </div>
  )
}

const detailClass =
  'flex min-h-0 w-full min-w-0 flex-col border-l bg-surface @3xl:w-[46%] @3xl:max-w-2xl @3xl:shrink-0'
