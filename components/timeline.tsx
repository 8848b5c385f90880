'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import type { TimelineItem } from '../server/tester/contract.ts'
import { TimeOfDay } from './ui/relative-time.tsx'
import { TextButton } from './ui/text-button.tsx'
import { useDrawEvent } from './use-say-event.ts'

interface TimelineProps {
  items: readonly TimelineItem[]
  /** The event that the reader stands at. */
  selected?: number | null
  /** Left out, events are to be read only. */
  onSelect?: (event: number) => void
}

/** What happened to a callback, in order, and what led to it. */
export function Timeline({ items, selected = null, onSelect }: TimelineProps) {
  const t = useTranslations('callbacks.timeline')
  const draw = useDrawEvent()
  const known = new Set(items.map(({ number }) => number))
  return (
    <ol aria-label={t('label')} className="flex flex-col border-l pl-3">
      {items.map(({ number, at, type, phrase, cause }) => {
        const isSelected = number === selected
        return (
          <li
            key={number}
            aria-current={isSelected ? 'step' : undefined}
            className={clsx(
              'relative -mx-1 flex flex-col rounded-sm px-1 py-row-tight',
              isSelected && 'bg-accent-soft',
            )}
          >
            <span
              aria-hidden
              className={clsx(
                'absolute top-2.5 -left-3 size-1.75 rounded-full',
                isSelected ? 'bg-accent' : 'bg-line-strong',
              )}
            />
            {onSelect ? (
              <TextButton
                onClick={() => onSelect(number)}
                className="min-h-6 rounded-sm text-left text-sm break-words enabled-hover:underline"
              >
                {draw(phrase)}
              </TextButton>
            ) : (
              <span className="text-sm break-words">{draw(phrase)}</span>
            )}
            <span className="flex flex-wrap items-baseline gap-x-2 text-xs text-muted">
              <TimeOfDay at={at} />
              <span className="font-mono">#{number}</span>
              <code className="text-xs">{type}</code>
              {cause !== null && <Cause cause={cause} onSelect={known.has(cause) ? onSelect : undefined} />}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

/** What led to an event; a way to go there, where that is one of the list. */
function Cause({ cause, onSelect }: { cause: number; onSelect: ((event: number) => void) | undefined }) {
  const t = useTranslations('callbacks.timeline')
  const words = t('cause', { number: cause })
  if (!onSelect) return <span>{words}</span>
  return (
    <TextButton
      onClick={() => onSelect(cause)}
      className="min-h-6 rounded-sm underline decoration-line-strong underline-offset-2 enabled-hover:decoration-text"
    >
      {words}
    </TextButton>
  )
}
