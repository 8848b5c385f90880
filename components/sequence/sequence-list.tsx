'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import { TimeOfDay } from '../ui/relative-time.tsx'
import type { Arrow } from './arrow.ts'
import { arrowSentence } from './arrow-words.ts'
import type { SequenceLinks } from './sequence-links.ts'

interface SequenceListProps {
  arrows: readonly Arrow[]
  links: SequenceLinks
  selected: number | null
}

/** The diagram as a list of sentences. */
export function SequenceList({ arrows, links, selected }: SequenceListProps) {
  const t = useTranslations('sequence')
  return (
    <ol aria-label={t('title')} className="flex flex-col py-1">
      {arrows.map((arrow) => {
        const isSelected = arrow.event !== null && arrow.event === selected
        return (
          <li key={arrow.key} aria-current={isSelected ? 'step' : undefined}>
            <a
              href={links.hrefOf(arrow)}
              onClick={(event) => links.follow(event, arrow)}
              className={clsx(
                'flex items-baseline gap-x-2 px-3 py-(--row-air) text-sm enabled-hover:bg-hover focus-visible:-outline-offset-2',
                isSelected && 'bg-accent-soft',
              )}
            >
              <TimeOfDay at={arrow.at} />
              <span className="w-9 shrink-0 font-mono text-xs text-muted">#{arrow.row ?? arrow.event}</span>
              <span className={clsx('min-w-0 flex-1 break-words', arrow.hasFailed && 'text-danger')}>
                {arrowSentence(arrow, t)}
                {arrow.hasFailed && ` (${t('failed')})`}
              </span>
            </a>
          </li>
        )
      })}
    </ol>
  )
}
