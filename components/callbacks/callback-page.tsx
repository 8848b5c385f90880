'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { callbackQuery } from '../callbacks-queries.ts'
import { Timeline } from '../timeline.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Page } from '../ui/page.tsx'
import { EmptyState } from '../ui/panel.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useSelectedInSight } from '../ui/use-selected-in-sight.ts'
import { CallbackWhy } from '../why/callback-why.tsx'
import { CallbackActions } from './callback-actions-bar.tsx'
import { useCallbackName } from './callback-name.ts'
import { CallbackDialogs } from './callback-dialogs.tsx'
import { CallbackFacts } from './callback-facts.tsx'
import type { CallbackDeed } from './callback-menu.tsx'
import { Moment } from './moment.tsx'
import { Section } from './section.tsx'
import { SequenceSection } from './sequence-section.tsx'
import { StateBadge } from './state-badge.tsx'
import { StateDrawing } from './state-drawing.tsx'
import { passagesAt } from './state-machine.ts'
import { passagesOf } from './story.ts'
import { useEvent } from './use-event.ts'

/** One callback: where it is and why, and everything that led there. */
export function CallbackPage({ id }: { id: string }) {
  const t = useTranslations('callbacks.one')
  const { data: callback, error, refetch } = useQuery(callbackQuery(id))
  if (callback) return <Known callback={callback} />
  return (
    <Page id="callback" title={t('title')} summary={<code className="text-xs wrap-anywhere">{id}</code>}>
      {callback === null ? (
        <EmptyState title={t('unknown')}>
          <Link href="/callbacks" className="text-accent underline underline-offset-2">
            {t('all')}
          </Link>
          <Link href="/" className="text-accent underline underline-offset-2">
            {t('startOne')}
          </Link>
        </EmptyState>
      ) : error ? (
        <ErrorState title={t('unreadable')} error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton what={t('loading')} lines={6} />
      )}
    </Page>
  )
}

function Known({ callback }: { callback: CallbackDetailJson }) {
  const t = useTranslations('callbacks.one')
  const steps = useTranslations('journey.steps')
  const name = useCallbackName()(callback)
  const [deed, setDeed] = useState<CallbackDeed | null>(null)
  const control = useEvent(callback.timeline)
  const event = control.event?.number ?? 0
  const passages = passagesOf(callback)
  const timeline = useSelectedInSight<HTMLElement>(event, { goesAlong: control.isNow })
  return (
    <Page
      id="callback"
      title={name}
      summary={
        <>
          <StateBadge {...callback} />
          {callback.reason && <code className="text-xs">{callback.reason}</code>}
          <span>{steps(callback.step)}</span>
        </>
      }
      actions={<CallbackActions callback={callback} onDeed={setDeed} />}
    >
      <div className="@container min-w-0">
        <div className="grid min-w-0 gap-4 @5xl:grid-cols-[minmax(0,1fr)_23rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <CallbackFacts callback={callback} />
            <Section title={t('states')}>
              <div className="p-3">
                <StateDrawing
                  passages={control.isNow ? passages : passagesAt(passages, event)}
                  onSelect={control.goTo}
                />
              </div>
            </Section>
            <Moment callback={callback} control={control} />
            <SequenceSection callback={callback} selected={event} goesAlong={control.isNow} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <Section title={t('why')}>
              <CallbackWhy id="why" serviceId={callback.id} who={name} />
            </Section>
            <Section title={t('timeline')}>
              <ScrollRegion
                ref={timeline}
                label={t('timeline')}
                className="max-h-story overflow-y-auto p-3 pl-4 focus-visible:-outline-offset-2"
              >
                {callback.timeline.length === 0 && <p className="text-sm text-muted">{t('forgotten')}</p>}
                <Timeline items={callback.timeline} selected={event} onSelect={control.goTo} />
              </ScrollRegion>
            </Section>
          </div>
        </div>
      </div>
      <CallbackDialogs deed={deed} onClose={() => setDeed(null)} />
    </Page>
  )
}
