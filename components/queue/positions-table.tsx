'use client'

import { clsx } from 'clsx'
import { useRef, useState } from 'react'
import type { QueueJson } from '../../server/tester/contract.ts'
import { useSelectedServiceId } from '../customer/use-selected-callback.ts'
import { LineGap } from './line-gap.tsx'
import { LineHead } from './line-head.tsx'
import { PositionRow } from './position-row.tsx'
import { useLine } from './use-line.ts'

/** About as high as they are drawn, in rem. */
const rowHeight = 4.75
const headHeight = 1.5625

const columns = ['position', 'who', 'waits', 'whyWaiting', 'actions'] as const

/** Everybody in line, in order, and what each waits for; `since` is how many seconds ago that was read. */
export function PositionsTable({ queue, since }: { queue: QueueJson; since: number }) {
  const selected = useSelectedServiceId()
  /** Those whose reasons are shown. */
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const toggle = ({ serviceId }: { serviceId: string }) =>
    setOpened((before) => {
      const after = new Set(before)
      if (!after.delete(serviceId)) after.add(serviceId)
      return after
    })
  const scroller = useRef<HTMLDivElement>(null)
  const line = useLine(queue, { scroller, rowHeight, headHeight, onWhy: toggle })
  const isAnyOpen = queue.entries.some(({ serviceId }) => opened.has(serviceId))
  return (
    <>
      <div
        ref={scroller}
        className={clsx('relative shrink-0 overflow-auto border-b', isAnyOpen ? 'max-h-drawing' : 'max-h-72')}
      >
        <table {...line.grid} className="w-full border-separate border-spacing-0 text-sm">
          <LineHead columns={columns} className="py-1 first:pl-3 last:pr-3" />
          <LineGap height={line.before} />
          {line.rows.map(({ index, entry }) => (
            <PositionRow
              key={entry.serviceId}
              ref={line.measure}
              index={index}
              entry={entry}
              name={line.nameOf(entry)}
              waits={entry.waitingSeconds + since}
              isOurs={line.letterFor(entry) !== null}
              isSelected={entry.serviceId === selected}
              isActive={entry === line.activeEntry}
              isOpen={opened.has(entry.serviceId)}
              items={line.actions.itemsOf(entry)}
              onActivate={() => line.activate(entry.serviceId)}
              onToggle={() => toggle(entry)}
            />
          ))}
          <LineGap height={line.after} />
        </table>
      </div>
      {line.actions.dialogs}
    </>
  )
}
