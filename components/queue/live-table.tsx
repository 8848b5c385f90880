'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslations } from 'use-intl'
import type { QueueJson } from '../../server/tester/contract.ts'
import { letterOf, useCustomerStore } from '../customer/customer-store.ts'
import { useUiStore } from '../ui-store.ts'
import { useEntryActions } from './entry-actions.tsx'
import { entryName } from './entry-name.ts'
import { rowHeight } from './line-height.ts'
import { wishOf } from './line-moves.ts'
import { LiveRow } from './live-row.tsx'
import type { QueueEntry } from './positions.ts'
import { useKeptFocus } from './use-kept-focus.ts'

const overscan = 10

const headClass = 'sticky top-0 z-10 border-b bg-sunken px-2 py-1.5 text-left font-medium'

/**
 * Everybody in line. One stop of the Tab key: arrows go from row to row, Alt with an arrow moves the customer, Del
 * removes and `p` gives a priority; each of them stands in the menu of the row as well, and rows can be dragged.
 */
export function LiveTable({ queue, since }: { queue: QueueJson; since: number }) {
  const t = useTranslations('queue')
  const { entries } = queue
  const customers = useCustomerStore((store) => store.customers)
  const areLetterKeysOn = useUiStore((store) => store.areLetterKeysOn)
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<string | null>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const keepFocus = useKeptFocus(scroller, active, entries)
  const nameOf = (entry: QueueEntry) => entryName(t, entry, letterOf(customers, entry.serviceId))
  const actions = useEntryActions(queue, nameOf)
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => entries[index]?.serviceId ?? index,
    overscan,
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
  })
  const drawn = virtualizer.getVirtualItems()
  const [first, last] = [drawn[0], drawn.at(-1)]
  const before = first === undefined ? 0 : first.start - rowHeight
  const after = last === undefined ? 0 : virtualizer.getTotalSize() - (last.end - rowHeight)
  const activeEntry = entries.find(({ serviceId }) => serviceId === active) ?? entries[0]

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof Element && event.target.closest('tr') !== event.target) return
    const index = activeEntry ? entries.indexOf(activeEntry) : -1
    const wish = wishOf(event, index, entries.length, areLetterKeysOn)
    if (wish === null || !activeEntry) return
    event.preventDefault()
    keepFocus()
    if (wish.kind === 'go') {
      setActive(entries[wish.index]?.serviceId ?? null)
      return virtualizer.scrollToIndex(wish.index)
    }
    if (wish.kind === 'move') {
      setActive(activeEntry.serviceId)
      virtualizer.scrollToIndex(wish.position - 1)
      return actions.move(activeEntry, wish.position)
    }
    if (wish.kind === 'remove') {
      setActive((entries[index + 1] ?? entries[index - 1])?.serviceId ?? null)
      return actions.remove(activeEntry)
    }
    if (wish.kind === 'prioritise') return actions.askPriority(activeEntry)
    actions.askWhy(activeEntry)
  }

  // A table whose rows can be walked through: in ARIA's words a grid, and one stop of the Tab key.
  const grid = { role: 'grid', onKeyDown }

  const drop = (onto: QueueEntry) => {
    const moved = entries.find(({ serviceId }) => serviceId === dragged)
    if (moved && moved.position !== onto.position) actions.move(moved, onto.position)
    setDragged(null)
    setOver(null)
  }

  return (
    <>
      <div ref={scroller} className="relative max-h-112 overflow-auto focus-visible:-outline-offset-2">
        <table
          {...grid}
          aria-label={t('line')}
          aria-rowcount={entries.length + 1}
          className="w-full border-separate border-spacing-0 text-sm"
        >
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
                {t('target')}
              </th>
              <th scope="col" className={headClass}>
                {t('whyWaiting')}
              </th>
              <th scope="col" className={headClass}>
                <span className="sr-only">{t('actions')}</span>
              </th>
            </tr>
          </thead>
          <Gap height={before} />
          <tbody>
            {drawn.map(({ index }) => {
              const entry = entries[index]
              if (!entry) return null
              return (
                <LiveRow
                  key={entry.serviceId}
                  ref={virtualizer.measureElement}
                  index={index}
                  entry={entry}
                  name={nameOf(entry)}
                  waits={entry.waitingSeconds + since}
                  isActive={entry === activeEntry}
                  isDropTarget={over === entry.serviceId && dragged !== null && dragged !== entry.serviceId}
                  items={actions.itemsOf(entry)}
                  onActivate={() => setActive(entry.serviceId)}
                  onDrag={(isBegun) => setDragged(isBegun ? entry.serviceId : null)}
                  onDragOver={() => setOver(entry.serviceId)}
                  onDrop={() => drop(entry)}
                />
              )
            })}
          </tbody>
          <Gap height={after} />
        </table>
      </div>
      {actions.dialogs}
    </>
  )
}

/** The rows that are not drawn. */
function Gap({ height }: { height: number }) {
  return height > 0 && <tbody aria-hidden className="block" style={{ height }} />
}
