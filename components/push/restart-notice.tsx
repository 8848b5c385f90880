'use client'

import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { useTesterChange } from './use-tester-change.ts'

/**
 * Asks to reload when the tester that answers is no longer the one this page came from. What has been typed is kept
 * on this side, and survives the reload.
 */
export function RestartNotice() {
  const t = useTranslations('restart')
  const change = useTesterChange()
  return (
    <output>
      {change && (
        <span className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-warn bg-warn-soft px-3 py-2 text-sm">
          <RefreshCw aria-hidden size={16} className="shrink-0 text-warn" />
          <span className="min-w-0 flex-1">
            <span className="font-medium">
              {change.kind === 'build' ? t('newBuild', { version: change.version }) : t('newData')}
            </span>{' '}
            {t('kept')}
          </span>
          <Button size="small" variant="primary" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
          <Button size="small" variant="ghost" onClick={change.accept}>
            {t('later')}
          </Button>
        </span>
      )}
    </output>
  )
}
