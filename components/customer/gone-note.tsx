'use client'

import { Hourglass, Info } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useCentreNow } from '../centre-now.ts'
import { timeOfDay } from '../ui/relative-time.tsx'
import { inCode } from '../ui/rich-text.tsx'
import type { CustomerSession } from './customer-store.ts'
import { goneBy } from './expiry.ts'

/** Says that the callback this customer had is gone, and what took it when that is known. */
export function GoneNote({ session: { serviceId, expiresAt } }: { session: CustomerSession }) {
  const t = useTranslations('customer.gone')
  const now = useCentreNow()
  const isExpired = goneBy(expiresAt, now) !== null
  const Icon = isExpired ? Hourglass : Info
  return (
    <output className="flex gap-2 rounded-md bg-hover p-2 text-sm">
      <Icon aria-hidden size={16} className="mt-0.5 shrink-0" />
      <span className="min-w-0">
        {isExpired && expiresAt && (
          <span className="font-medium">{t('expired', { at: timeOfDay(expiresAt) })} </span>
        )}
        {t.rich('unknown', { id: serviceId, code: inCode })}
      </span>
    </output>
  )
}
