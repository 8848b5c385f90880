'use client'

import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { QueueJson } from '../../server/tester/contract.ts'
import { rowHeight } from './line-height.ts'
import { Term } from '../ui/term.tsx'
import { LineGap } from './line-gap.tsx'
import { LiveRow } from './live-row.tsx'
import type { QueueEntry } from './positions.ts'
import { useLine } from './use-line.ts'

const headClass = 'sticky top-0 z-10 border-b bg-sunken px-2 py-1.5 text-left font-medium max-wide:px-1'

/** Everybody in line, to be walked through by keys; what keys do stands in the menu of each row too, and rows can be dragged. */
export function LiveTable({ queue, since }: { queue: QueueJson; since: number }) {
  const t = useTranslations('queue')
  const { entries } = queue
  const scroller = useRef<HTMLDivElement>(null)
  const line = useLine(queue, { scroller, rowHeight, headHeight: rowHeight })
  const { actions, activeEntry } = line
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)

  const drop = (onto: QueueEntry) => {
    const moved = entries.find(({ serviceId }) => serviceId === dragged)
    if (moved && moved.position !== onto.position) actions.move(moved, onto.position)
    setDragged(null)
    setOver(null)
  }

  return (
    <>
      <div ref={scroller} className="relative max-h-112 overflow-auto focus-visible:-outline-offset-2">
        <table {...line.grid} className="w-full border-separate border-spacing-0 text-sm">
          <thead className="text-xs text-muted">
            <tr aria-rowindex={1}>
              <th scope="col" className={`${headClass} max-wide:hidden`}>
                <span className="sr-only">{t('drag')}</span>
              </th>
              <th scope="col" className={headClass}>
                <span aria-hidden>#</span>
                <span className="sr-only">{t('position')}</span>
              </th>
              <th scope="col" className={headClass}>
                {t('who')}
              </th>
              <th scope="col" className={headClass}>
                {t('waits')}
              </th>
              <th scope="col" className={`${headClass} max-wide:hidden`}>
                {t('priority')}
              </th>
              <th scope="col" className={`${headClass} max-wide:hidden`}>
                <Term name="target">{t('target')}</Term>
              </th>
              <th scope="col" className={headClass}>
                {t('whyWaiting')}
              </th>
              <th scope="col" className={headClass}>
                <span className="sr-only">{t('actions')}</span>
              </th>
            </tr>
          </thead>
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
                isDropTarget={over === entry.serviceId && dragged !== null && dragged !== entry.serviceId}
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
