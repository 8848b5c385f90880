'use client'

import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { QueueJson } from '../../server/tester/contract.ts'
import { useCentreNow } from '../centre-now.ts'
import type { QueueSample, StatisticsHistory } from '../statistics-history.ts'
import { statisticsKeys, statisticsQuery } from '../statistics-queries.ts'
import { duration } from '../ui/relative-time.tsx'
import { estimatedAndWaited, waitingOverTime, type ChartData } from './chart-data.ts'
import { sparkBox, sparkOf } from './spark.ts'

const noSamples: readonly QueueSample[] = []
/** A break as short as this is none. */
const breakMillis = 10_000

/** How the length of the line and its estimate went in the last minutes, and the way to the charts. */
export function Sparks({ queue }: { queue: QueueJson }) {
  const t = useTranslations('queue')
  const samples = useUnbrokenSamples(queue.name)
  return (
    <section aria-labelledby="sparks-title" className="flex shrink-0 flex-col gap-1 border-b p-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 id="sparks-title" className="text-sm font-semibold">
          {t('charts.title')}
        </h3>
        <Link
          href={`/queue?queue=${encodeURIComponent(queue.name)}#charts`}
          prefetch={false}
          className="min-h-6 text-sm underline decoration-line-strong underline-offset-2 enabled-hover:decoration-text"
        >
          {t('sparks.open')}
        </Link>
      </div>
      <div className="grid gap-x-6 gap-y-2 @sm:grid-cols-2">
        <Spark name={t('waiting')} now={queue.waiting} data={waitingOverTime(samples)} say={String} />
        <Spark
          name={t('estimatedWait')}
          now={queue.ewt.seconds}
          data={estimatedAndWaited(samples)}
          say={duration}
        />
      </div>
    </section>
  )
}

/** What was read of a queue since the last time that nobody looked: what went on then is not known. */
function useUnbrokenSamples(queue: string): readonly QueueSample[] {
  const client = useQueryClient()
  const [before] = useState(() => lastBeforeBreak(client, queue))
  // The hints that have the queue read have this read too; what changes by mere time is for the charts.
  const { data } = useQuery({ ...statisticsQuery(), refetchInterval: false })
  const samples = data?.samples[queue] ?? noSamples
  return before === undefined ? samples : samples.slice(samples.indexOf(before) + 1)
}

function lastBeforeBreak(client: QueryClient, queue: string): QueueSample | undefined {
  const query = client.getQueryCache().find<StatisticsHistory>({ queryKey: statisticsKeys.all })
  const isBroken = query?.getObserversCount() === 0 && query.isStaleByTime(breakMillis)
  return isBroken ? query.state.data?.samples[queue]?.at(-1) : undefined
}

interface SparkProps {
  name: string
  /** Null: there is no figure now. */
  now: number | null
  data: ChartData
  say: (figure: number) => string
}

function Spark({ name, now, data, say }: SparkProps) {
  const t = useTranslations('queue.sparks')
  const second = useCentreNow()
  const spark = sparkOf(data, Math.max((second ?? 0) / 1000, data.times.at(-1) ?? 0))
  const nowWords = now === null ? 'n/a' : say(now)
  const [least, most] = [Math.min(spark?.least ?? 0, now ?? Infinity), Math.max(spark?.most ?? 0, now ?? 0)]
  const words =
    spark === null
      ? t('nothing', { name, now: nowWords })
      : t(least === most && now !== null ? 'same' : 'between', {
          name,
          now: nowWords,
          least: say(least),
          most: say(most),
          time: duration(spark.seconds),
        })
  return (
    <div className="min-w-0">
      <p className="flex items-baseline justify-between gap-2">
        <span className="truncate text-xs text-muted">{name}</span>
        <span className="shrink-0 font-semibold tabular-nums">{nowWords}</span>
      </p>
      {/* The colour is the box's, so that the reader's own replaces it. */}
      <div className="relative h-6 py-0.5 text-lane-queue">
        <svg
          role="img"
          aria-label={words}
          viewBox={`0 0 ${sparkBox.width} ${sparkBox.height}`}
          preserveAspectRatio="none"
          className="block size-full overflow-visible"
        >
          <path
            d={spark?.path ?? `M0 ${sparkBox.height}H${sparkBox.width}`}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeDasharray={spark ? undefined : '2 4'}
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        {spark === null && (
          <span aria-hidden className="absolute inset-x-0 top-0 truncate text-xs text-muted">
            {t('none')}
          </span>
        )}
      </div>
    </div>
  )
}
