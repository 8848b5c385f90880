'use client'

import { StickyNote } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { ReactNode } from 'react'
import type { TrafficDetail } from '../../server/tester/contract.ts'
import { Timeline } from '../timeline.tsx'
import { useSayEvent } from '../use-say-event.ts'
import { DetailCauses } from './detail-causes.tsx'
import { DetailWhy } from './detail-why.tsx'
import { overviewOf } from './overview.ts'
import { shortDuration, timeWithMillis } from './traffic-row.ts'

/** What a row was in a sentence, why it was refused, what led to it and what it led to. */
export function DetailOverview({ detail }: { detail: TrafficDetail }) {
  const t = useTranslations('wire')
  const say = useSayEvent()
  return (
    <>
      <p className="max-w-prose break-words">{overviewOf(detail, t, say)}</p>
      {detail.comment !== null && (
        <section className="flex min-w-0 flex-col gap-0.5 rounded-md border bg-accent-soft px-2.5 py-1.5">
          <h4 className="flex items-center gap-1.5 text-xs font-medium text-muted">
            <StickyNote aria-hidden size={12} />
            {t('comment.label')}
          </h4>
          <p className="max-w-prose wrap-anywhere whitespace-pre-wrap">{detail.comment}</p>
        </section>
      )}
      <dl className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        <Fact name={t('facts.at')}>{timeWithMillis(detail.centreAt)}</Fact>
        <Fact name={t('facts.realAt')}>
          <span className="real-time">{timeWithMillis(detail.at)}</span>
        </Fact>
        {detail.durationMillis !== null && (
          <Fact name={t('facts.took')}>
            <span className="real-time">{shortDuration(detail.durationMillis)}</span>
          </Fact>
        )}
        {detail.httpVersion && <Fact name={t('facts.http')}>{detail.httpVersion}</Fact>}
        {detail.user && <Fact name={t('facts.user')}>{detail.user}</Fact>}
        {detail.serviceId && <Fact name={t('facts.id')}>{detail.serviceId}</Fact>}
        {detail.connection && <Fact name={t('facts.connection')}>#{detail.connection}</Fact>}
      </dl>
      {detail.why && <DetailWhy why={detail.why} />}
      <DetailCauses detail={detail} />
      {detail.events.length > 0 && (
        <section className="flex min-w-0 flex-col gap-1">
          <h4 className="text-sm font-semibold">{t('causes.between')}</h4>
          <Timeline items={detail.events} />
        </section>
      )}
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 gap-1">
      <dt>{name}</dt>
      <dd className="min-w-0 font-mono wrap-anywhere text-text">{children}</dd>
    </div>
  )
}
