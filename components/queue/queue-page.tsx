'use client'

import { MonitorUp } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import type { QueueJson } from '../../server/tester/contract.ts'
import { Page } from '../ui/page.tsx'
import { usePlaceInAddress } from '../use-place-in-address.ts'
import { useSelectionAddress } from '../use-selection-address.ts'
import { AgentsCard } from './agents-card.tsx'
import {
  AwaitedCharts,
  AwaitedEwt,
  AwaitedGenerators,
  AwaitedTargets,
  AwaitedThreshold,
} from './awaited-cards.tsx'
import { ContainedCard } from './card.tsx'
import { LineCard } from './line-card.tsx'
import { NoQueue } from './no-queue.tsx'
import { QueueChoice } from './queue-choice.tsx'
import { Refusals } from './refusals.tsx'
import { useChosenQueue } from './use-chosen-queue.ts'
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

/** A virtual queue with everything that decides about it: who waits, who serves, the estimate, the rule, the load. */
export function QueuePage() {
  const t = useTranslations('queue')
  useSelectionAddress()
  const shown = useChosenQueue()
  const { queues, queue, choose, readAt } = shown
  usePlaceInAddress(queue !== undefined)
  return (
    <Page
      id="queue"
      title={t('title')}
      summary={queue && <QueueChoice queue={queue} queues={queues ?? []} onChoose={choose} />}
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
      {queue ? <Content key={queue.name} queue={queue} readAt={readAt} /> : <NoQueue {...shown} />}
    </Page>
  )
}

function Content({ queue, readAt }: { queue: QueueJson; readAt: number }) {
  const t = useTranslations('queue')
  const generators = useTranslations('generators')
  const refusals = useTranslations('refusals')
  return (
    <>
      <ContainedCard id="line" title={t('line')}>
        <LineCard queue={queue} readAt={readAt} />
      </ContainedCard>
      <div className="grid grid-cols-1 items-start gap-4 full:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <ContainedCard id="ewt" title={t('estimatedWait')}>
            <EwtCard queue={queue} />
          </ContainedCard>
          <ContainedCard id="threshold" title={t('threshold')}>
            <ThresholdCard queue={queue} />
          </ContainedCard>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <ContainedCard id="agents" title={t('agents')}>
            <AgentsCard />
          </ContainedCard>
          <ContainedCard id="targets" title={t('targets')}>
            <TargetsCard queue={queue} />
          </ContainedCard>
          <ContainedCard id="generators" title={generators('title')}>
            <GeneratorsCard queue={queue.name} />
          </ContainedCard>
          <ContainedCard id="charts" title={t('charts.title')}>
            <ChartsCard queue={queue.name} />
          </ContainedCard>
          <ContainedCard id="refusals" title={refusals('title')}>
            <Refusals />
          </ContainedCard>
        </div>
      </div>
    </>
  )
}
