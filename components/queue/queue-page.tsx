'use client'

import { MonitorUp } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import type { QueueJson } from '../../server/tester/contract.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Page } from '../ui/page.tsx'
import { EmptyState } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { AgentsCard } from './agents-card.tsx'
import { CallerControls } from './caller-controls.tsx'
import {
  AwaitedCharts,
  AwaitedEwt,
  AwaitedGenerators,
  AwaitedTargets,
  AwaitedThreshold,
} from './awaited-cards.tsx'
import { Card } from './card.tsx'
import { leastHeightOfLine } from './line-height.ts'
import { NobodyWaits } from './nobody-waits.tsx'
import { QueueChoice } from './queue-choice.tsx'
import { QueueFigures } from './queue-figures.tsx'
import { Refusals } from './refusals.tsx'
import { useChosenQueue } from './use-chosen-queue.ts'
import { useSecondsSince } from './use-seconds-since.ts'
import { loadAgain } from '../ui/load-again.ts'

// Drawing charts takes a library that nothing else needs.
const ChartsCard = dynamic(
  () => loadAgain(() => import('./charts-card.tsx')).then(({ ChartsCard }) => ChartsCard),
  { ssr: false, loading: AwaitedCharts },
)

const GeneratorsCard = dynamic(
  () => loadAgain(() => import('../generators/generators-card.tsx')).then((module) => module.GeneratorsCard),
  { ssr: false, loading: AwaitedGenerators },
)

const TargetsCard = dynamic(
  () => loadAgain(() => import('./targets-card.tsx')).then((module) => module.TargetsCard),
  { ssr: false, loading: AwaitedTargets },
)

const ThresholdCard = dynamic(
  () => loadAgain(() => import('./threshold-card.tsx')).then((module) => module.ThresholdCard),
  { ssr: false, loading: AwaitedThreshold },
)

const EwtCard = dynamic(() => loadAgain(() => import('./ewt-card.tsx')).then((module) => module.EwtCard), {
  ssr: false,
  loading: AwaitedEwt,
})

const LiveTable = dynamic(
  () => loadAgain(() => import('./live-table.tsx')).then((module) => module.LiveTable),
  { ssr: false },
)

/** A virtual queue with everything that decides about it: who waits, who serves, the estimate, the rule, the load. */
export function QueuePage() {
  const t = useTranslations('queue')
  const { queues, queue, choose, error, refetch, readAt } = useChosenQueue()
  return (
    <Page
      id="queue"
      title={t('title')}
      summary={
        queue && <QueueChoice queue={queue} queues={queues ?? []} onChoose={(name) => void choose(name)} />
      }
      actions={
        queue && (
          <Link
            href={`/wallboard?queue=${encodeURIComponent(queue.name)}`}
            className="inline-flex min-h-7 items-center gap-1.5 rounded-md border border-line-strong px-2.5 text-sm font-medium enabled-hover:bg-hover"
          >
            <MonitorUp aria-hidden size={14} />
            {t('openWallboard')}
          </Link>
        )
      }
    >
      {queue ? (
        <Content key={queue.name} queue={queue} readAt={readAt} />
      ) : error ? (
        <ErrorState title={t('unreadable')} why={error.message} onRetry={() => void refetch()} />
      ) : queues ? (
        <EmptyState title={t('noQueue')} />
      ) : (
        <Skeleton what={t('reading')} />
      )}
    </Page>
  )
}

function Content({ queue, readAt }: { queue: QueueJson; readAt: number }) {
  const t = useTranslations('queue')
  // One clock for all of them, so that the longest wait is the wait of the first in line to the second.
  const since = useSecondsSince(readAt)
  return (
    <>
      <Card id="line" title={t('line')} summary={t('waitingCount', { count: queue.waiting })}>
        <div className="@container">
          <QueueFigures queue={queue} since={since} />
        </div>
        {queue.entries.length === 0 ? (
          <NobodyWaits queue={queue} />
        ) : (
          <>
            <CallerControls queue={queue} />
            <div style={{ minHeight: leastHeightOfLine(queue.entries.length) }}>
              <LiveTable queue={queue} since={since} />
            </div>
            <p className="border-t px-3 py-2 text-xs text-muted">{t('keysHint')}</p>
          </>
        )}
      </Card>
      <div className="grid grid-cols-1 items-start gap-4 full:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <EwtCard queue={queue} />
          <ThresholdCard queue={queue} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <AgentsCard />
          <TargetsCard queue={queue} />
          <GeneratorsCard queue={queue.name} />
          <ChartsCard queue={queue.name} />
          <Refusals />
        </div>
      </div>
    </>
  )
}
