'use client'

import { Hourglass } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { MakeReady } from '../make-ready.tsx'
import { useSayReason } from '../use-say-reason.ts'

/** The chat is created, and no agent is in it yet. */
export function ChatWaitingCard({ callback }: { callback: CallbackDetailJson }) {
  const t = useTranslations('customer.chatWaiting')
  const sayReason = useSayReason()
  return (
    <section
      aria-label={t('title')}
      className="flex flex-col items-start gap-3 rounded-md border bg-sunken p-3"
    >
      <div className="flex items-start gap-3">
        <Hourglass aria-hidden size={18} className="mt-0.5 shrink-0 text-muted" />
        <div className="flex flex-col gap-1">
          <p>{t('created')}</p>
          <p className="font-medium">{sayReason(callback.waitingPhrase)}</p>
        </div>
      </div>
      <MakeReady />
    </section>
  )
}
