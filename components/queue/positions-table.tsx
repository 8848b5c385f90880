'use client'

import { clsx } from 'clsx'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Eye, Star } from 'lucide-react'
import { letterOf, useCustomerStore } from '../customer/customer-store.ts'
import { useSelectedServiceId } from '../customer/use-selected-callback.ts'
import { selectSession } from '../select-session.ts'
import { Badge } from '../ui/badge.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useUiStore } from '../ui-store.ts'
import { duration } from '../ui/relative-time.tsx'
import { CallbackWhy } from '../why/callback-why.tsx'
import { WhyButton } from '../why/why-button.tsx'
import { entryName } from './entry-name.ts'
import { positionsToDraw, type QueueEntry } from './positions.ts'
import { TextButton } from '../ui/text-button.tsx'

const headClass = 'sticky top-0 z-10 border-b bg-sunken px-2 py-1 text-left font-medium first:pl-3 last:pr-3'

/** Everybody in line, in order, and what each waits for; `since` is how many seconds ago that was read. */
export function PositionsTable({ entries, since }: { entries: readonly QueueEntry[]; since: number }) {
  const t = useTranslations('queue')
  const customers = useCustomerStore((store) => store.customers)
  const ours = new Set(customers.flatMap(({ session }) => (session ? [session.serviceId] : [])))
  const selected = useSelectedServiceId()
  const { drawn, hidden } = positionsToDraw(entries, ours)
  return (
    <ScrollRegion
      label={t('line')}
      className="max-h-72 shrink-0 has-[[aria-expanded=true]]:max-h-[36rem] overflow-y-auto border-b focus-visible:-outline-offset-2"
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <thead className="text-xs text-muted">
          <tr>
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
            <th scope="col" className={headClass}>
              {t('whyWaiting')}
            </th>
          </tr>
        </thead>
        <tbody>
          {drawn.map((entry) => (
            <PositionRow
              key={entry.serviceId}
              entry={entry}
              waits={entry.waitingSeconds + since}
              letter={letterOf(customers, entry.serviceId)}
              isSelected={entry.serviceId === selected}
            />
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        <p className="p-3 text-sm text-muted">
          {t('hidden', { drawn: drawn.length, all: entries.length, hidden })}
        </p>
      )}
    </ScrollRegion>
  )
}

interface PositionRowProps {
  entry: QueueEntry
  /** Seconds. */
  waits: number
  /** The workbench customer it is, if it is one. */
  letter: string | null
  /** The page is about this one. */
  isSelected: boolean
}

const cellClass = 'border-b border-line/60 px-2 py-(--row-air) align-top first:pl-3 last:pr-3'

function PositionRow({ entry, waits, letter, isSelected }: PositionRowProps) {
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  const t = useTranslations('queue')
  const who = entryName(t, entry, letter)
  return (
    <>
      <tr aria-current={isSelected || undefined} className={clsx(isSelected && 'bg-lane-customer-soft')}>
        <td className={clsx(cellClass, 'font-semibold tabular-nums')}>{entry.position}</td>
        <td className={cellClass}>
          <Who entry={entry} letter={letter} />
        </td>
        <td className={clsx(cellClass, 'whitespace-nowrap tabular-nums')}>
          <span className="block">{duration(waits)}</span>
          <WhyButton
            label={t('why')}
            about={t('whyAbout', { position: entry.position })}
            isOpen={isOpen}
            controls={id}
            request={`GET /gmstester/api/callbacks/${entry.serviceId}/why`}
            onToggle={() => setIsOpen(!isOpen)}
          />
        </td>
        <td className={clsx(cellClass, 'min-w-32 break-words')}>
          <span lang="en">{entry.waitingFor}</span>
          <span className="block text-xs wrap-anywhere text-muted">
            {t(`steps.${entry.step}`)} · <code className="text-xs">{entry.target}</code>
            {entry.priority !== 0 && ` · ${t('withPriority', { priority: entry.priority })}`}
          </span>
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={4} className="border-b border-line/60">
            <CallbackWhy id={id} serviceId={entry.serviceId} who={who} />
          </td>
        </tr>
      )}
    </>
  )
}

function Who({ entry, letter }: { entry: QueueEntry; letter: string | null }) {
  const t = useTranslations('queue')
  const selectPanel = useUiStore((store) => store.selectPanel)
  if (entry.isSynthetic) return <Badge>{t('synthetic')}</Badge>
  return (
    <TextButton
      onClick={() => {
        selectSession(entry.serviceId)
        selectPanel('customer')
      }}
      className="inline-flex min-h-6 items-center gap-1 rounded-sm text-left font-medium underline decoration-line-strong underline-offset-2 enabled-hover:decoration-text"
    >
      {letter === null ? (
        <Eye aria-hidden size={12} className="shrink-0 text-lane-customer" />
      ) : (
        <Star aria-hidden size={12} className="shrink-0 fill-current text-lane-customer" />
      )}
      {entryName(t, entry, letter)}
    </TextButton>
  )
}
