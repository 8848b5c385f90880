'use client'

import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { EmptyState } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { ChosenQueue } from './use-chosen-queue.ts'

/** What stands where a queue would: it is being read, cannot be, or is not there, with those to choose from. */
export function NoQueue({ queues, unknown, choose, error, refetch }: ChosenQueue) {
  const t = useTranslations('queue')
  if (unknown !== null)
    return (
      <ErrorState title={t('unknownQueue', { queue: unknown })}>
        <ul aria-label={t('queuesThereAre')} className="flex flex-wrap gap-2">
          {queues?.map(({ name }) => (
            <li key={name}>
              <Button size="small" onClick={() => choose(name)}>
                {t('showQueue', { queue: name })}
              </Button>
            </li>
          ))}
        </ul>
      </ErrorState>
    )
  if (queues?.length === 0) return <EmptyState title={t('noQueue')} />
  if (!queues && error) return <ErrorState title={t('unreadable')} error={error} onRetry={refetch} />
  return <Skeleton what={t('reading')} />
}
