'use client'

import { clsx } from 'clsx'
import { BellOff, BellRing } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { paths, pushChannel } from '../../server/gms/contract.ts'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { useCentreNow } from '../centre-now.ts'
import { Failure } from '../failure.tsx'
import { Button } from '../ui/button.tsx'
import { CodeBlock } from '../ui/code-block.tsx'
import { duration, timeOfDay } from '../ui/relative-time.tsx'
import { inCode } from '../ui/rich-text.tsx'
import { useIsNextStep } from '../use-next-step.ts'
import { arrivalOf, isCutOff, type Arrival } from './arrival.ts'
import { useConnect } from './customer-actions.ts'
import type { CustomerSession, StartedCustomer } from './customer-store.ts'
import { useDeviceStore } from './device.tsx'
import { secondsUntil } from './expiry.ts'
import { RawButton } from './raw-button.tsx'
import { shortPath } from './short-path.ts'
import { useNextPoll } from './use-next-poll.ts'

interface AvailableBannerProps {
  letter: string
  started: StartedCustomer
  callback: CallbackDetailJson
}

/** An agent is there, and the customer is asked to confirm: what of it has come to the phone, and the answer. */
export function AvailableBanner({ letter, started, callback }: AvailableBannerProps) {
  const t = useTranslations('customer.banner')
  const connect = useConnect(started.session, callback.announcement?.attempt ?? 0)
  const nextStep = useIsNextStep('connect')
  const [isRaw, setIsRaw] = useState(false)
  const rawId = useId()
  const isConnected = useDeviceStore((store) => store.devices[letter]?.state === 'connected')
  const arrival = arrivalOf(started, callback, isConnected)
  const notice = arrival.kind === 'here' ? arrival.notice : null
  const isNothingComing = isCutOff(arrival)
  return (
    <div
      className={clsx(
        'flex flex-col gap-3 rounded-bubble border-2 p-4',
        isNothingComing ? 'border-dashed border-line-strong bg-sunken' : 'border-accent bg-accent-soft',
      )}
    >
      <div className="flex items-start gap-3">
        {isNothingComing ? (
          <BellOff aria-hidden size={20} className="mt-0.5 shrink-0 text-muted" />
        ) : (
          <BellRing aria-hidden size={20} className="mt-0.5 shrink-0 text-accent" />
        )}
        <div className="min-w-0 flex-1">
          <p className="flex items-baseline gap-2">
            <span className="min-w-0 flex-1 text-lg font-semibold">{t('title')}</span>
            {notice && (
              <time
                dateTime={new Date(notice.at).toISOString()}
                className="shrink-0 font-mono text-xs text-muted"
              >
                {timeOfDay(notice.at)}
              </time>
            )}
          </p>
          <p className="text-sm text-muted">
            <Came arrival={arrival} session={started.session} />
          </p>
        </div>
        {notice && (
          <RawButton label={t('raw')} isOpen={isRaw} controls={rawId} onToggle={() => setIsRaw(!isRaw)} />
        )}
      </div>
      {notice && isRaw && (
        <div id={rawId}>
          <CodeBlock label={t('rawLabel')} text={JSON.stringify(notice.content, null, 2)} />
        </div>
      )}
      {connect.error && (
        <Failure
          what={t('connectWhat')}
          error={connect.error}
          isKept={connect.isKept}
          onRetry={() => connect.mutate(started)}
        />
      )}
      {/* What stands on it while it is pressed is not to have the whole banner read once more. */}
      <div aria-live="off">
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
          {connect.isPending ? t('sending') : t('connect')}
        </Button>
      </div>
      <ConfirmWithin callback={callback} />
    </div>
  )
}

/** What the phone has received, and by which way; else what it waits for, or what to do. */
function Came({ arrival, session }: { arrival: Arrival; session: CustomerSession }) {
  const t = useTranslations('customer.arrival')
  switch (arrival.kind) {
    case 'here':
      return arrival.notice.via === 'push'
        ? t.rich('pushed', { channel: pushChannel, code: inCode })
        : t.rich('fetched', { operation: 'retrieve-notifications', code: inCode })
    case 'next-poll':
      return <NextPoll serviceId={session.serviceId} />
    case 'other-device':
      return t.rich('other-device', { os: session.submitted.deviceOs, code: inCode })
    case 'underway':
    case 'waits-for-push':
    case 'off':
    case 'off-without-device':
    case 'without-device':
      return t(arrival.kind)
  }
}

/** The seconds are for the eye only: they would be announced each time. */
function NextPoll({ serviceId }: { serviceId: string }) {
  const t = useTranslations('customer.arrival')
  const { seconds } = useNextPoll(serviceId)
  return (
    <>
      <span className="sr-only">{t('next-poll')}</span>
      <span aria-hidden className="tabular-nums">
        {t('next-poll-in', { seconds })}
      </span>
    </>
  )
}

/** Not announced each second: what is read out says once that there is a limit. */
function ConfirmWithin({ callback: { announcement } }: { callback: CallbackDetailJson }) {
  const t = useTranslations('customer.banner')
  const now = useCentreNow()
  if (announcement === null || now === null) return null
  const whole = (Date.parse(announcement.confirmBy) - Date.parse(announcement.at)) / 1000
  const left = secondsUntil(announcement.confirmBy, now)
  return (
    <div className="flex flex-col gap-1">
      <p className="sr-only">{t('confirmOnce', { whole: duration(whole), attempt: announcement.attempt })}</p>
      <p aria-hidden className="text-sm tabular-nums">
        {left > 0
          ? t('confirmWithin', { left: duration(left), attempt: announcement.attempt })
          : t('confirmOver', { attempt: announcement.attempt })}
      </p>
      <span aria-hidden className="block h-1 overflow-hidden rounded-sm bg-line">
        <span
          className="block h-full bg-accent"
          style={{ width: `${whole > 0 ? Math.min(100, (left / whole) * 100) : 0}%` }}
        />
      </span>
    </div>
  )
}
