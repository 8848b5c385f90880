'use client'

import { useQueryClient } from '@tanstack/react-query'
import { BellOff, BellRing, RefreshCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { cometPath } from '../../server/gms/contract.ts'
import type { CometState } from '../push/comet-session.ts'
import { Badge } from '../ui/badge.tsx'
import { timeOfDay } from '../ui/relative-time.tsx'
import { customerKeys } from './customer-keys.ts'
import { pollEveryMillis } from './customer-queries.ts'
import type { Customer } from './customer-store.ts'
import { useDeviceStore } from './device.tsx'

/** How this customer's phone hears of things, and under which name. */
export function DeviceLine({ customer }: { customer: Customer }) {
  const { letter, user, session } = customer
  const delivery = session?.delivery ?? customer.delivery
  return (
    <footer className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t px-3 py-1.5 text-xs text-muted">
      {delivery === 'push' ? (
        <PushState letter={letter} />
      ) : (
        <PollState serviceId={session?.serviceId ?? null} />
      )}
      <span title={user}>
        <code className="text-xs">
          gms_user {user.slice(0, 6)}…{user.slice(-4)}
        </code>
      </span>
    </footer>
  )
}

const words: Record<CometState, string> = {
  connecting: 'CometD is connecting…',
  connected: 'CometD connected',
  lost: 'CometD lost, trying again',
  closed: 'CometD off',
}

function PushState({ letter }: { letter: string }) {
  const device = useDeviceStore((store) => store.devices[letter])
  const state = device?.state ?? 'connecting'
  return (
    <Badge
      tone={state === 'connected' ? 'success' : state === 'lost' ? 'danger' : 'neutral'}
      icon={state === 'connected' ? <BellRing aria-hidden size={12} /> : <BellOff aria-hidden size={12} />}
    >
      <span title={cometPath}>
        {words[state]}
        {state === 'connected' && device?.transport && `, ${device.transport}`}
      </span>
    </Badge>
  )
}

/** The visible timer of a device that is not pushed to. */
function PollState({ serviceId }: { serviceId: string | null }) {
  const client = useQueryClient()
  const [now, setNow] = useState(0)
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 500)
    return () => window.clearInterval(timer)
  }, [])
  const state = serviceId ? client.getQueryState(customerKeys.notifications(serviceId)) : undefined
  const last = state?.dataUpdatedAt ?? 0
  const left = Math.max(0, Math.ceil((last + pollEveryMillis - now) / 1000))
  return (
    <Badge tone={state?.error ? 'danger' : 'warn'} icon={<RefreshCw aria-hidden size={12} />}>
      {serviceId === null && 'Polling, once a callback is started'}
      {serviceId !== null && state?.error && `The last poll failed: ${state.error.message}`}
      {serviceId !== null && !state?.error && last === 0 && 'Polling…'}
      {serviceId !== null && !state?.error && last > 0 && (
        <span className="tabular-nums">
          Polled at {timeOfDay(last)}, again in {left} s
        </span>
      )}
    </Badge>
  )
}
