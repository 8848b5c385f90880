'use client'

import { clsx } from 'clsx'
import { Eye, Star } from 'lucide-react'
import { useId, type Ref } from 'react'
import { useTranslations } from 'use-intl'
import { selectSession } from '../select-session.ts'
import { Badge } from '../ui/badge.tsx'
import type { MenuItem } from '../ui/menu.tsx'
import { duration } from '../ui/relative-time.tsx'
import { TextButton } from '../ui/text-button.tsx'
import { useUiStore } from '../ui-store.ts'
import { CallbackWhy } from '../why/callback-why.tsx'
import { WhyButton } from '../why/why-button.tsx'
import { useSayReason } from '../use-say-reason.ts'
import { EntryId } from './entry-id.tsx'
import { EntryMenu } from './entry-menu.tsx'
import { EntryTerms } from './entry-terms.tsx'
import type { QueueEntry } from './positions.ts'

interface PositionRowProps {
  ref: Ref<HTMLTableSectionElement>
  index: number
  entry: QueueEntry
  name: string
  /** Seconds. */
  waits: number
  /** One of the workbench's customers. */
  isOurs: boolean
  /** The page is about this one. */
  isSelected: boolean
  /** The one row that the Tab key reaches. */
  isActive: boolean
  /** The reason is shown. */
  isOpen: boolean
  items: readonly MenuItem[]
  onActivate: () => void
  onToggle: () => void
}

const cellClass = 'border-b border-line/60 px-2 py-(--row-air) align-top first:pl-3 last:pr-2'

/** One customer in the workbench's line, and beneath why they wait. */
export function PositionRow({
  ref,
  index,
  entry,
  name,
  waits,
  isOurs,
  isSelected,
  isActive,
  isOpen,
  items,
  ...on
}: PositionRowProps) {
  const id = useId()
  const t = useTranslations('queue')
  const sayReason = useSayReason()
  const tabIndex = isActive ? 0 : -1
  return (
    <tbody ref={ref} data-index={index}>
      <tr
        data-service={entry.serviceId}
        aria-rowindex={index + 2}
        aria-current={isSelected || undefined}
        tabIndex={tabIndex}
        onFocus={on.onActivate}
        className={clsx('focus-visible:-outline-offset-2', isSelected && 'bg-lane-customer-soft')}
      >
        <td className={clsx(cellClass, 'font-semibold tabular-nums')}>{entry.position}</td>
        <td className={clsx(cellClass, 'break-words')}>
          {entry.isSynthetic ? (
            <span className="inline-flex flex-wrap items-center gap-x-2">
              {name} <Badge>{t('synthetic')}</Badge>
            </span>
          ) : (
            <Who serviceId={entry.serviceId} name={name} isOurs={isOurs} tabIndex={tabIndex} />
          )}
          <EntryId entry={entry} />
        </td>
        <td className={clsx(cellClass, 'tabular-nums @sm:whitespace-nowrap')}>
          <span className="block">{duration(waits)}</span>
          <WhyButton
            label={t('why')}
            about={t('whyAbout', { position: entry.position })}
            isOpen={isOpen}
            controls={id}
            request={`GET /gmstester/api/callbacks/${entry.serviceId}/why`}
            tabIndex={tabIndex}
            onToggle={on.onToggle}
          />
        </td>
        <td className={clsx(cellClass, 'min-w-20 !pr-0 break-words')}>
          <span>{sayReason(entry.waitingPhrase)}</span>
          <span className="block text-xs wrap-anywhere text-muted">
            {t(`steps.${entry.step}`)} · <EntryTerms entry={entry} />
          </span>
        </td>
        <td className={clsx(cellClass, 'w-8 !pl-0')}>
          <EntryMenu name={name} items={items} tabIndex={tabIndex} />
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={5} className="border-b border-line/60">
            <CallbackWhy id={id} serviceId={entry.serviceId} who={name} />
          </td>
        </tr>
      )}
    </tbody>
  )
}

interface WhoProps {
  serviceId: string
  name: string
  isOurs: boolean
  tabIndex: number
}

/** Somebody whose callback the whole page can be about. */
function Who({ serviceId, name, isOurs, tabIndex }: WhoProps) {
  const selectPanel = useUiStore((store) => store.selectPanel)
  return (
    <TextButton
      tabIndex={tabIndex}
      onClick={() => {
        selectSession(serviceId)
        selectPanel('customer')
      }}
      className="inline-flex min-h-6 items-center gap-1 rounded-sm text-left font-medium underline decoration-line-strong underline-offset-2 enabled-hover:decoration-text"
    >
      {isOurs ? (
        <Star aria-hidden size={12} className="shrink-0 fill-current text-lane-customer" />
      ) : (
        <Eye aria-hidden size={12} className="shrink-0 text-lane-customer" />
      )}
      {name}
    </TextButton>
  )
}
