'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useState, type KeyboardEvent, type RefObject } from 'react'
import { useTranslations } from 'use-intl'
import type { QueueJson } from '../../server/tester/contract.ts'
import { useRem } from '../ui/use-rem.ts'
import { letterOf, useCustomerStore } from '../customer/customer-store.ts'
import { usePreferencesStore } from '../preferences-store.ts'
import { useEntryActions } from './entry-actions.tsx'
import { entryName } from './entry-name.ts'
import { wishOf } from './line-moves.ts'
import type { QueueEntry } from './positions.ts'
import { useKeptFocus } from './use-kept-focus.ts'

const overscan = 10

interface LineLook {
  /** What scrolls. */
  scroller: RefObject<HTMLElement | null>
  /** About how high a row is, and the head, in rem; each row is measured once it is drawn. */
  rowHeight: number
  headHeight: number
  /** Shows why somebody waits; without it, a window does. */
  onWhy?: (entry: QueueEntry) => void
}

/**
 * A line as a table whose rows can be walked through. One stop of the Tab key: arrows go from row to row, Alt with an
 * arrow moves the customer, Del removes and `p` gives a priority. Only the rows in sight are drawn.
 */
export function useLine(queue: QueueJson, { scroller, onWhy, ...look }: LineLook) {
  const t = useTranslations('queue')
  const rem = useRem()
  const headHeight = look.headHeight * rem
  const { entries } = queue
  const customers = useCustomerStore((store) => store.customers)
  const areLetterKeysOn = usePreferencesStore((store) => store.areLetterKeysOn)
  const [active, setActive] = useState<string | null>(null)
  const letterFor = ({ serviceId }: QueueEntry) => letterOf(customers, serviceId)
  const nameOf = (entry: QueueEntry) => entryName(t, entry, letterFor(entry))
  const actions = useEntryActions(queue, nameOf, onWhy)
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => look.rowHeight * rem,
    getItemKey: (index) => entries[index]?.serviceId ?? index,
    overscan,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  })
  const drawn = virtualizer.getVirtualItems()
  const [first, last] = [drawn[0], drawn.at(-1)]
  const keepFocus = useKeptFocus(scroller, active, entries, `${first?.index} to ${last?.index}`)
  const activeEntry = entries.find(({ serviceId }) => serviceId === active) ?? entries[0]
  // Who has scrolled away from the active row comes in by the Tab key at the first one in sight.
  const isDrawn = drawn.some(({ index }) => entries[index] === activeEntry)
  const tabStop = isDrawn ? activeEntry : entries[virtualizer.range?.startIndex ?? 0]

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

  return {
    /** For the table: in ARIA's words a grid. */
    grid: { role: 'grid', 'aria-label': t('line'), 'aria-rowcount': entries.length + 1, onKeyDown },
    rows: drawn.flatMap(({ index }) => {
      const entry = entries[index]
      return entry ? [{ index, entry }] : []
    }),
    /** How high those are that are not drawn. */
    before: first === undefined ? 0 : first.start - headHeight,
    after: last === undefined ? 0 : virtualizer.getTotalSize() - (last.end - headHeight),
    measure: virtualizer.measureElement,
    activeEntry: tabStop,
    activate: setActive,
    letterFor,
    nameOf,
    actions,
  }
}
