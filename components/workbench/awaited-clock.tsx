'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { clockQuery } from '../clock-queries.ts'
import { Button } from '../ui/button.tsx'

/** Where the clock will stand; it is read already, or cannot be. */
export function AwaitedClock() {
  const t = useTranslations('clock')
  const ui = useTranslations('ui')
  const { isError, isFetching, refetch } = useQuery(clockQuery())
  if (!isError) return <p className="flex min-h-7 items-center text-sm text-muted">{t('reading')}</p>
  return (
    <p className="flex min-h-7 flex-wrap items-center gap-x-2 text-sm text-danger">
      {t('unreadable')}
      <Button size="small" isBusy={isFetching} onClick={() => void refetch()}>
        {ui('tryAgain')}
      </Button>
    </p>
  )
}
