'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { TimelineItem } from '../../server/tester/contract.ts'
import { Timeline } from '../timeline.tsx'
import { useReasonOf } from '../failure-reason.ts'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Loading } from '../ui/loading.tsx'

interface WhyFrameProps<T> {
  id: string
  label: string
  /** Undefined while it is read, null when there is nothing to ask about any more. */
  data: T | null | undefined
  error: Error | null
  onRetry: () => void
  gone: string
  children: (data: T) => ReactNode
}

/** Where a reason is shown, whatever has become of the question. */
export function WhyFrame<T>({ id, label, data, error, onRetry, gone, children }: WhyFrameProps<T>) {
  const t = useTranslations('why')
  const reasonOf = useReasonOf()
  return (
    <section id={id} aria-label={label} className="flex min-h-24 min-w-0 flex-col gap-3 bg-sunken p-3">
      {data ? (
        children(data)
      ) : data === null ? (
        <p className="text-sm text-muted">{gone}</p>
      ) : error ? (
        <>
          <p className="text-sm text-danger">
            {t.rich('unreadable', { error: reasonOf(error).words, api: reasonOf(error).mark })}
          </p>
          <Button size="small" className="self-start" onClick={onRetry}>
            {t('tryAgain')}
          </Button>
        </>
      ) : (
        <Loading what={t('asking')} />
      )}
    </section>
  )
}

/** What led there. */
export function WhyEvents({ events }: { events: readonly TimelineItem[] }) {
  const t = useTranslations('why')
  if (events.length === 0) return null
  return (
    <Disclosure summary={t('events', { count: events.length })}>
      <Timeline items={events} />
    </Disclosure>
  )
}
