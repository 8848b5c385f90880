'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { callbackWireQuery } from '../callbacks-queries.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { MomentTranscript } from './moment-transcript.tsx'
import { MomentWire } from './moment-wire.tsx'
import { Scrubber } from './scrubber.tsx'
import { Section } from './section.tsx'
import { transcriptAt, wireAt } from './story.ts'
import type { EventControl } from './use-event.ts'

interface MomentProps {
  callback: CallbackDetailJson
  control: EventControl
}

/** The callback as it was at an event: what had been said, and what had crossed the wire. */
export function Moment({ callback, control }: MomentProps) {
  const t = useTranslations('callbacks.moment')
  const wire = useQuery(callbackWireQuery(callback.id))
  const event = control.event?.number ?? 0
  return (
    <Section title={t('title')}>
      <Scrubber timeline={callback.timeline} control={control} />
      <div className="@container min-w-0">
        <div className="grid min-w-0 divide-line @2xl:grid-cols-2 @2xl:divide-x @max-2xl:divide-y">
          <div className="min-w-0">
            <h3 className="border-b px-3 py-2 text-xs font-medium text-muted">{t('transcript')}</h3>
            <MomentTranscript entries={transcriptAt(callback, event)} hasChat={callback.chat !== null} />
          </div>
          <div className="min-w-0">
            <h3 className="border-b px-3 py-2 text-xs font-medium text-muted">{t('wire')}</h3>
            {wire.data ? (
              <MomentWire rows={wireAt(wire.data.items, callback.timeline, event)} wire={wire.data} />
            ) : wire.error ? (
              <ErrorState
                title={t('wireUnreadable')}
                error={wire.error}
                onRetry={() => void wire.refetch()}
              />
            ) : (
              <Skeleton what={t('wireLoading')} />
            )}
          </div>
        </div>
      </div>
    </Section>
  )
}
