'use client'

import { clsx } from 'clsx'
import { GripVertical } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import type { Ref } from 'react'
import { Badge } from '../ui/badge.tsx'
import type { MenuItem } from '../ui/menu.tsx'
import { duration } from '../ui/relative-time.tsx'
import { useSayReason } from '../use-say-reason.ts'
import { EntryId } from './entry-id.tsx'
import { EntryMenu } from './entry-menu.tsx'
import { EntryTerms } from './entry-terms.tsx'
import type { QueueEntry } from './positions.ts'

interface LiveRowProps {
  ref: Ref<HTMLTableRowElement>
  index: number
  entry: QueueEntry
  name: string
  /** Seconds. */
  waits: number
  /** The one row that the Tab key reaches. */
  isActive: boolean
  /** Where somebody who is dragged over it will stand. */
  dropSide: 'above' | 'below' | null
  items: readonly MenuItem[]
  onActivate: () => void
  onDrag: (isBegun: boolean) => void
  onDragOver: () => void
  onDrop: () => void
}

const cellClass = 'border-b border-line/60 px-2 py-(--row-air) align-top max-wide:px-1'

/** One customer in line. */
export function LiveRow({ ref, index, entry, name, waits, isActive, dropSide, items, ...on }: LiveRowProps) {
  const t = useTranslations('queue')
  const sayReason = useSayReason()
  const tabIndex = isActive ? 0 : -1
  return (
    <tr
      ref={ref}
      data-index={index}
      data-service={entry.serviceId}
      aria-rowindex={index + 2}
      aria-selected={isActive}
      tabIndex={tabIndex}
      onFocus={on.onActivate}
      onDragOver={(event) => {
        event.preventDefault()
        on.onDragOver()
      }}
      onDrop={(event) => {
        event.preventDefault()
        on.onDrop()
      }}
      className={clsx(
        'focus-visible:-outline-offset-2',
        isActive && 'bg-hover',
        dropSide === 'above' && '[&>td]:border-t-2 [&>td]:border-t-accent',
        dropSide === 'below' && '[&>td]:border-b-2 [&>td]:border-b-accent',
      )}
    >
      <td className={clsx(cellClass, 'w-8 text-muted max-wide:hidden')}>
        <span
          draggable
          aria-hidden
          className="inline-flex size-6 cursor-grab items-center justify-center"
          onDragStart={(event) => {
            const row = event.currentTarget.closest('tr')
            if (row) event.dataTransfer.setDragImage(row, 0, 0)
            event.dataTransfer.effectAllowed = 'move'
            event.dataTransfer.setData('text/plain', entry.serviceId)
            on.onDrag(true)
          }}
          onDragEnd={() => on.onDrag(false)}
        >
          <GripVertical size={14} />
        </span>
      </td>
      <td className={clsx(cellClass, 'font-semibold tabular-nums')}>{entry.position}</td>
      <td className={clsx(cellClass, 'min-w-16 break-words')}>
        {entry.isSynthetic ? (
          <span className="inline-flex flex-wrap items-center gap-x-2">
            {name} <Badge>{t('synthetic')}</Badge>
          </span>
        ) : (
          <Link
            href={`/callbacks/${encodeURIComponent(entry.serviceId)}`}
            prefetch={false}
            tabIndex={tabIndex}
            className="font-medium underline decoration-line-strong underline-offset-2"
          >
            {name}
          </Link>
        )}
        <EntryId entry={entry} />
      </td>
      <td className={clsx(cellClass, 'tabular-nums wide:whitespace-nowrap')}>{duration(waits)}</td>
      <td className={clsx(cellClass, 'tabular-nums max-wide:hidden')}>{entry.priority}</td>
      <td className={clsx(cellClass, 'wrap-anywhere max-wide:hidden')}>
        <code className="text-xs">{entry.target}</code>
      </td>
      <td className={clsx(cellClass, 'min-w-20 break-words')}>
        <span>{sayReason(entry.waitingPhrase)}</span>
        <span className="block text-xs wrap-anywhere text-muted">
          {t(`steps.${entry.step}`)}
          <span className="wide:hidden">
            {' · '}
            <EntryTerms entry={entry} />
          </span>
        </span>
      </td>
      <td className={clsx(cellClass, 'w-9')}>
        <EntryMenu name={name} items={items} tabIndex={tabIndex} />
      </td>
    </tr>
  )
}
