'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { callbackWireQuery } from '../callbacks-queries.ts'
import { SequenceDiagram } from '../sequence/sequence-diagram.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { MissingRows } from './missing-rows.tsx'
import { Section } from './section.tsx'

interface SequenceSectionProps {
  callback: CallbackDetailJson
  /** The event that the page stands at. */
  selected: number
  /** Whether that is the newest, and goes along with what happens. */
  goesAlong: boolean
}

/** Who told whom what, all of it. */
export function SequenceSection({ callback, selected, goesAlong }: SequenceSectionProps) {
  const t = useTranslations('callbacks.moment')
  const sequence = useTranslations('sequence')
  const wire = useQuery(callbackWireQuery(callback.id))
  return (
    <Section title={sequence('title')}>
      {wire.data ? (
        <>
          <MissingRows dropped={wire.data.dropped} isPartial={wire.data.isPartial} />
          <SequenceDiagram
            callback={callback}
            rows={wire.data.items}
            selected={selected}
            goesAlong={goesAlong}
          />
        </>
      ) : wire.error ? (
        <ErrorState title={t('wireUnreadable')} error={wire.error} onRetry={() => void wire.refetch()} />
      ) : (
        <Skeleton what={t('wireLoading')} />
      )}
    </Section>
  )
}
