'use client'

import { usePathname, useRouter } from 'next/navigation'
import { Smartphone } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { QueueJson } from '../../server/tester/contract.ts'
import { focusPanel } from '../shell/focus-panel.ts'
import { isAt } from '../shell/navigation.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/panel.tsx'
import { AddCallers } from './caller-controls.tsx'

/** An empty line, and who could come into it. */
export function NobodyWaits({ queue }: { queue: QueueJson }) {
  const t = useTranslations('queue')
  const router = useRouter()
  const path = usePathname()
  return (
    <EmptyState title={t('empty')}>
      <AddCallers queue={queue} count={1} />
      <AddCallers queue={queue} count={10} />
      <Button
        size="small"
        onClick={() => {
          if (!isAt(path, '/')) router.push('/')
          focusPanel('customer')
        }}
      >
        <Smartphone aria-hidden size={14} />
        {t('startAsCustomer')}
      </Button>
    </EmptyState>
  )
}
