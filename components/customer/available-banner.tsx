'use client'

import { BellRing } from 'lucide-react'
import { paths, pushChannel } from '../../server/gms/contract.ts'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { useCentreNow } from '../centre-now.ts'
import { Failure } from '../failure.tsx'
import { Button } from '../ui/button.tsx'
import { CodeBlock } from '../ui/code-block.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { duration } from '../ui/relative-time.tsx'
import { useIsNextStep } from '../use-next-step.ts'
import { useConnect } from './customer-actions.ts'
import type { StartedCustomer } from './customer-store.ts'
import { isAvailable } from './received.ts'
import { shortPath } from './waiting-card.tsx'

interface AvailableBannerProps {
  started: StartedCustomer
  callback: CallbackDetailJson
}

/** The notification on the phone: an agent is there, and the customer is asked to confirm. */
export function AvailableBanner({ started, callback }: AvailableBannerProps) {
  const connect = useConnect()
  const nextStep = useIsNextStep('connect')
  const notice = started.session.inbox.notices.findLast(({ content }) => isAvailable(content))
  return (
    <div className="flex flex-col gap-3 rounded-2xl border-2 border-accent bg-accent-soft p-4">
      <div className="flex items-start gap-3">
        <BellRing aria-hidden size={20} className="mt-0.5 shrink-0 text-accent" />
        <div className="min-w-0">
          <p className="text-lg font-semibold">An agent is available</p>
          <p className="text-sm text-muted">
            {notice ? <Came via={notice.via} /> : 'Announced; the notification is on its way to this phone.'}{' '}
            <ConfirmWithin callback={callback} />
          </p>
        </div>
      </div>
      {connect.error && (
        <Failure what="Connect" error={connect.error} onRetry={() => connect.mutate(started)} />
      )}
      <Button
        variant="primary"
        size="large"
        isWide
        isBusy={connect.isPending}
        nextStep={nextStep}
        request={`POST ${shortPath(paths.operation(callback.id, 'connect'))}`}
        requestAs="text"
        onClick={() => connect.mutate(started)}
      >
        {connect.isPending ? 'Sending…' : 'I’m here: connect'}
      </Button>
      {notice && (
        <Disclosure summary="What came over the wire">
          <CodeBlock label="The notification, as received" text={JSON.stringify(notice.content, null, 2)} />
        </Disclosure>
      )}
    </div>
  )
}

function Came({ via }: { via: 'push' | 'poll' }) {
  return via === 'push' ? (
    <>
      Pushed on <code>{pushChannel}</code>.
    </>
  ) : (
    <>
      Fetched by <code>retrieve-notifications</code>.
    </>
  )
}

/** Not announced each second: the sentence says once how long there is. */
function ConfirmWithin({ callback }: { callback: CallbackDetailJson }) {
  const now = useCentreNow()
  if (callback.announcement === null || now === null) return null
  const seconds = (Date.parse(callback.announcement.confirmBy) - now) / 1000
  return (
    <span aria-hidden className="tabular-nums">
      {seconds > 0 ? `Confirm within ${duration(seconds)}.` : ''}
    </span>
  )
}
