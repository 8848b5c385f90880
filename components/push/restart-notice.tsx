'use client'

import { useQuery } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { healthQuery } from '../health-queries.ts'
import { Button } from '../ui/button.tsx'
import { changeOf, type TesterIdentity } from './tester-change.ts'

/**
 * Asks to reload when the tester that answers is no longer the one this page came from. What has been typed is kept
 * on this side, and survives the reload.
 */
export function RestartNotice() {
  const t = useTranslations('restart')
  // Asked again, with everything else, whenever the connection comes back.
  const { data: now } = useQuery(healthQuery())
  const [first, setFirst] = useState<TesterIdentity | null>(null)
  if (now && first === null) setFirst(now)
  const change = first && now ? changeOf(first, now) : null
  return (
    <output>
      {change && now && (
        <span className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-warn bg-warn-soft px-3 py-2 text-sm">
          <RefreshCw aria-hidden size={16} className="shrink-0 text-warn" />
          <span className="min-w-0 flex-1">
            <span className="font-medium">
              {change === 'build' ? t('newBuild', { version: now.version }) : t('newData')}
            </span>{' '}
            {t('kept')}
          </span>
          <Button size="small" variant="primary" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
          <Button size="small" variant="ghost" onClick={() => setFirst(now)}>
            {t('later')}
          </Button>
        </span>
      )}
    </output>
  )
}
