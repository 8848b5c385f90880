'use client'

import { useRef, useState } from 'react'
import type { QueueJson } from '../../server/tester/contract.ts'
import { headHeight, rowHeight } from './line-height.ts'
import { LineGap } from './line-gap.tsx'
import { LineHead } from './line-head.tsx'
import { dropSideOf } from './line-moves.ts'
import { LiveRow } from './live-row.tsx'
import type { QueueEntry } from './positions.ts'
import { useLine } from './use-line.ts'

const columns = ['drag', 'position', 'who', 'waits', 'priority', 'target', 'whyWaiting', 'actions'] as const

/** Everybody in line, to be walked through by keys; what keys do stands in the menu of each row too, and rows can be dragged. */
export function LiveTable({ queue, since }: { queue: QueueJson; since: number }) {
  const { entries } = queue
  const scroller = useRef<HTMLDivElement>(null)
  const line = useLine(queue, { scroller, rowHeight, headHeight })
  const { actions, activeEntry } = line
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)

  const moved = entries.find(({ serviceId }) => serviceId === dragged)
  const drop = (onto: QueueEntry) => {
    if (moved && dropSideOf(moved, onto) !== null) actions.move(moved, onto.position)
    setDragged(null)
    setOver(null)
  }

  return (
    <>
      <div ref={scroller} className="relative max-h-112 overflow-auto focus-visible:-outline-offset-2">
        <table {...line.grid} className="w-full border-separate border-spacing-0 text-sm">
          <LineHead columns={columns} className="py-1.5 max-wide:px-1" />
          <LineGap height={line.before} />
          <tbody>
            {line.rows.map(({ index, entry }) => (
              <LiveRow
                key={entry.serviceId}
                ref={line.measure}
                index={index}
                entry={entry}
                name={line.nameOf(entry)}
                waits={entry.waitingSeconds + since}
                isActive={entry === activeEntry}
                dropSide={over === entry.serviceId ? dropSideOf(moved, entry) : null}
                items={actions.itemsOf(entry)}
                onActivate={() => line.activate(entry.serviceId)}
                onDrag={(isBegun) => setDragged(isBegun ? entry.serviceId : null)}
                onDragOver={() => setOver(entry.serviceId)}
                onDrop={() => drop(entry)}
              />
            ))}
          </tbody>
          <LineGap height={line.after} />
        </table>
      </div>
      {actions.dialogs}
    </>
  )
}
