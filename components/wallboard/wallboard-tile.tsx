'use client'

import { clsx } from 'clsx'
import { CircleCheck, CircleDashed, MoveRight, TrendingDown, TrendingUp, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { StatisticsJson } from '../../server/tester/contract.ts'
import type { QueueSample } from '../statistics-history.ts'
import { timeOfDay } from '../ui/relative-time.tsx'
import { heldSince, showValue, trendOf, valueOf, verdictOf, type TileName, type Verdict } from './tiles.ts'

interface WallboardTileProps {
  name: TileName
  target: number
  samples: readonly QueueSample[]
  statistics: StatisticsJson
  queue: StatisticsJson['queues'][number]
}

const verdictLooks: Record<Verdict, { icon: typeof CircleCheck; text: string; edge: string }> = {
  met: { icon: CircleCheck, text: 'text-success', edge: 'border-success' },
  missed: { icon: TriangleAlert, text: 'text-danger', edge: 'border-danger' },
  none: { icon: CircleDashed, text: 'text-muted', edge: 'border-line-strong' },
}

const trendIcons = { rising: TrendingUp, falling: TrendingDown, steady: MoveRight }

/** One figure: the number, what is aimed at, since when it is so, and where it goes. To be read from three metres. */
export function WallboardTile({ name, target, samples, statistics, queue }: WallboardTileProps) {
  const t = useTranslations('wallboard')
  const last = samples.at(-1)
  const value = last === undefined ? null : valueOf(name, last)
  // What there is no estimate for is told so; of other figures there is none yet.
  const isNotEstimated = name === 'ewt' && last !== undefined && value === null
  const verdict = verdictOf(name, value, target)
  const held = heldSince(name, samples, target)
  const trend = trendOf(name, samples)
  const { icon: VerdictIcon, text, edge } = verdictLooks[verdict]
  const TrendIcon = trend === null ? null : trendIcons[trend]
  return (
    <li
      className={clsx(
        'flex min-w-0 flex-col justify-between gap-2 rounded-md border-t-8 bg-surface p-6',
        edge,
      )}
    >
      <h2 className="text-board-label font-semibold">
        {t(`tiles.${name}`, { seconds: queue.serviceLevel.targetSeconds })}
      </h2>
      <p className="text-board font-semibold whitespace-nowrap tabular-nums">
        {value !== null ? (
          showValue(name, value)
        ) : isNotEstimated ? (
          'n/a'
        ) : (
          <span aria-label={t('noValue')}>–</span>
        )}
      </p>
      <div className="flex flex-col text-board-note">
        <p className={clsx('flex items-start gap-2 font-semibold', text)}>
          <VerdictIcon aria-hidden size="1.1em" className="mt-1 shrink-0" />
          <span>
            {isNotEstimated ? t('noEstimate') : t(`verdicts.${verdict}`)}{' '}
            {verdict !== 'none' && held !== null && (
              <span className="font-normal text-text">
                {t(held.isLonger ? 'sinceOrLonger' : 'since', { time: timeOfDay(held.at) })}
              </span>
            )}
          </span>
        </p>
        <p className="text-muted">
          {t(`targets.${name}`, { target: showValue(name, target) })}
          {isCounted(name) && ` · ${t('period', { minutes: statistics.intervalSeconds / 60 })}`}
        </p>
        <p className="flex items-center gap-2">
          {TrendIcon && <TrendIcon aria-hidden size="1.1em" className="shrink-0" />}
          {t(trend === null ? 'noTrend' : `trends.${trend}`)}
        </p>
      </div>
    </li>
  )
}

/** Of the interval, not of this moment. */
const isCounted = (name: TileName) => name === 'serviceLevel' || name === 'abandoned'
