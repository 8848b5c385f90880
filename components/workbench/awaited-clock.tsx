'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { clockQuery } from '../clock-queries.ts'

/** Where the clock will stand; it is read already. */
export function AwaitedClock() {
  const t = useTranslations('clock')
  useQuery(clockQuery())
  return <p className="flex min-h-7 items-center text-sm text-muted">{t('reading')}</p>
}
