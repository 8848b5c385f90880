'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useCentreNow } from '../centre-now.ts'
import { useWorkbenchPush } from '../push/workbench-push.ts'
import { statisticsQuery } from '../statistics-queries.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { timeOfDay } from '../ui/relative-time.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { tileNames } from './tiles.ts'
import { useWallboardAddress } from './use-wallboard-address.ts'
import { WallboardNotices } from './wallboard-notices.tsx'
import { WallboardTile } from './wallboard-tile.tsx'

/** Few numbers of one queue, large, for a screen on the wall. Nothing on it is to be pressed. */
export function Wallboard() {
  useWorkbenchPush()
  const t = useTranslations('wallboard')
  const { queue: wanted, theme, targets } = useWallboardAddress()
  const { data, error, refetch } = useQuery(statisticsQuery())
  const now = useCentreNow()
  const statistics = data?.latest
  const queue = statistics?.queues.find((each) => wanted === null || each.queue === wanted)
  return (
    <main data-theme={theme ?? undefined} className="flex min-h-dvh flex-col bg-background text-text">
      <header className="flex shrink-0 flex-wrap items-baseline gap-x-6 px-6 py-3 text-board-label">
        <h1 className="font-semibold">{queue?.queue ?? wanted ?? t('title')}</h1>
        <WallboardNotices lostSince={error && data ? data.latest.at : null} />
        {now !== null && (
          <time dateTime={new Date(now).toISOString()} className="ml-auto font-mono tabular-nums">
            {timeOfDay(now)}
          </time>
        )}
      </header>
      {queue && statistics ? (
        <ul className="grid flex-1 auto-rows-fr grid-cols-1 gap-2 px-2 pb-2 medium:grid-cols-2 wide:grid-cols-3">
          {tileNames.map((name) => (
            <WallboardTile
              key={name}
              name={name}
              target={targets[name]}
              samples={data.samples[queue.queue] ?? []}
              statistics={statistics}
              queue={queue}
            />
          ))}
        </ul>
      ) : statistics ? (
        <ErrorState title={wanted === null ? t('noQueues') : t('unknownQueue', { queue: wanted })}>
          {t('queuesThereAre', { queues: statistics.queues.map((each) => each.queue).join(', ') || '–' })}
        </ErrorState>
      ) : error ? (
        <ErrorState title={t('unreadable')} error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton what={t('reading')} />
      )}
    </main>
  )
}
