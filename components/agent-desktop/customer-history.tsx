'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { CallbackJson } from '../../server/tester/contract.ts'
import { historyCallbacksMax, recentCallbacksQuery } from '../agents-queries.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { TimeOfDay } from '../ui/relative-time.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { historyOf } from './history-of.ts'

/** What this customer has asked for before, and since. */
export function CustomerHistory({ callback }: { callback: CallbackJson }) {
  const t = useTranslations('agent.history')
  const { data, error, refetch } = useQuery(recentCallbacksQuery())
  if (data === undefined)
    return error ? (
      <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton what={t('loading')} lines={2} />
    )
  const others = historyOf(callback, data.items)
  return (
    <div className="flex flex-col gap-1">
      {others.length === 0 ? (
        <p className="text-sm text-muted">{t('none')}</p>
      ) : (
        <ul className="flex flex-col">
          {others.map((one) => (
            <li key={one.id} className="flex flex-wrap items-baseline gap-x-2 border-t py-1 text-sm">
              <TimeOfDay at={one.createdAt} />
              <code className="text-xs">{one.state}</code>
              {one.reason && <code className="text-xs text-muted">{one.reason}</code>}
              <span className="min-w-0 break-words text-muted">
                {one.properties.usr_reason ?? one.service}
              </span>
            </li>
          ))}
        </ul>
      )}
      {data.next !== null && (
        <p className="text-xs text-muted">{t('bound', { count: historyCallbacksMax })}</p>
      )}
    </div>
  )
}
