'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { RefusalJson } from '../../server/tester/contract.ts'
import { refusalsQuery } from '../refusals-queries.ts'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { EmptyState } from '../ui/panel.tsx'
import { TimeOfDay } from '../ui/relative-time.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Card } from './card.tsx'

/** Customers who never came into a line: start requests that were refused, and by which rule. */
export function Refusals() {
  const t = useTranslations('refusals')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(refusalsQuery())
  const items = data?.pages.flatMap((page) => page.items)
  return (
    <Card id="refusals" title={t('title')} summary={t('newestFirst')}>
      {!items ? (
        error ? (
          <ErrorState title={t('unreadable')} error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton what={t('reading')} />
        )
      ) : items.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <>
          <ul className="divide-y">
            {items.map((refusal) => (
              <RefusalRow key={refusal.number} refusal={refusal} />
            ))}
          </ul>
          {hasNextPage && (
            <div className="border-t p-3">
              <Button
                size="small"
                isBusy={isFetchingNextPage}
                request="GET /gmstester/api/refusals"
                onClick={() => void fetchNextPage()}
              >
                {t('earlier')}
              </Button>
            </div>
          )}
        </>
      )}
    </Card>
  )
}

function RefusalRow({ refusal }: { refusal: RefusalJson }) {
  const t = useTranslations('refusals')
  return (
    <li className="flex flex-col gap-0.5 px-3 py-row-loose">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <TimeOfDay at={refusal.at} />
        <code className="text-xs wrap-anywhere">{refusal.service}</code>
        <span lang="en" className="font-medium break-words">
          {refusal.sentence}
        </span>
      </p>
      {refusal.details.map(({ field, message }) => (
        <p key={`${field} ${message}`} className="text-sm break-words">
          <code className="text-xs">{field}</code> <span lang="en">{message}</span>
        </p>
      ))}
      <p className="text-xs break-words text-muted">
        <code className="text-text">{refusal.rule}</code> <span lang="en">{refusal.ruleText}</span>
        {refusal.user !== null && (
          <span className="block wrap-anywhere">{t('user', { user: refusal.user })}</span>
        )}
      </p>
    </li>
  )
}
