'use client'

import { useQuery } from '@tanstack/react-query'
import { Clock, Pause } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { useCentreNow } from '../centre-now.ts'
import { clockQuery } from '../clock-queries.ts'
import { Badge } from '../ui/badge.tsx'
import { duration } from '../ui/relative-time.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { BrowserNoticeToggle } from './browser-notices.tsx'
import { useCustomerStore, type Customer, type Delivery } from './customer-store.ts'
import { DeliveryState } from './delivery-state.tsx'
import { secondsUntil } from './expiry.ts'
import { useCallbackOf } from './use-selected-callback.ts'

const deliveries: readonly Delivery[] = ['push', 'polling', 'off']

/** How this customer's phone hears of things, under which name, and how long its callback is kept. */
export function DeviceLine({ customer }: { customer: Customer }) {
  const t = useTranslations('customer')
  const change = useCustomerStore((store) => store.change)
  const { user, session, delivery } = customer
  const callback = useCallbackOf(session?.serviceId ?? null)
  return (
    <footer className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-t px-3 py-1.5 text-xs text-muted">
      <SegmentedControl
        label={t('delivery.label')}
        options={deliveries.map((key) => ({ key, label: t(`delivery.names.${key}`) }))}
        selected={delivery}
        onSelect={(delivery) => change(user, { delivery })}
      />
      <DeliveryState customer={customer} />
      <span title={user} className="max-medium:hidden">
        <code className="text-xs">
          gms_user {user.slice(0, 6)}…{user.slice(-4)}
        </code>
      </span>
      <span className="ml-auto flex items-center gap-2">
        {callback && <TimeToLive callback={callback} />}
        <BrowserNoticeToggle />
      </span>
      {callback && session && delivery === 'push' && !session.hasDevice && (
        <p className="basis-full">{t('delivery.noDevice')}</p>
      )}
      {!callback && delivery !== 'push' && <p className="basis-full">{t('delivery.withoutDevice')}</p>}
    </footer>
  )
}

/** Counts down by the centre's clock; not announced, it changes all the time. */
function TimeToLive({ callback: { expiresAt } }: { callback: CallbackDetailJson }) {
  const t = useTranslations('customer.device')
  const { data: clock } = useQuery(clockQuery())
  const now = useCentreNow()
  if (now === null) return null
  const left = secondsUntil(expiresAt, now)
  return (
    <span className="flex items-center gap-1 whitespace-nowrap tabular-nums" title={t('timeToLiveHint')}>
      {clock?.paused && (
        <Badge tone="warn" icon={<Pause aria-hidden size={12} />}>
          {t('clockPaused')}
        </Badge>
      )}
      <Clock aria-hidden size={12} />
      {left > 0 ? t('timeToLive', { left: duration(left) }) : t('timeToLiveOver')}
    </span>
  )
}
