'use client'

import { useMutation } from '@tanstack/react-query'
import { BellOff, BellRing, LoaderCircle, Power, RefreshCw } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { cometPath } from '../../server/gms/contract.ts'
import { useRealNow } from '../real-now.ts'
import { useReasonOf } from '../failure-reason.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { timeOfDay } from '../ui/relative-time.tsx'
import { connectionWords } from '../push/connection-words.ts'
import { useConnectionNews } from '../push/use-connection-news.ts'
import { useFetchOnce } from './customer-queries.ts'
import type { Customer, CustomerSession } from './customer-store.ts'
import { useDeviceStore } from './device.tsx'
import { useNextPoll } from './use-next-poll.ts'

/** Whether the phone hears of things now, and how. */
export function DeliveryState({ customer }: { customer: Customer }) {
  const t = useTranslations('customer.device')
  const { letter, user, session, delivery, isAppClosed } = customer
  if (isAppClosed)
    return (
      <Badge icon={<Power aria-hidden size={12} />}>
        <span>{t('appClosed')}</span>
      </Badge>
    )
  switch (delivery) {
    case 'push':
      // Each customer's connection is another: none is back because somebody else's is there.
      return <PushState key={letter} letter={letter} />
    case 'polling':
      return <PollState serviceId={session?.serviceId ?? null} />
    case 'off':
      return <NothingState user={user} session={session} />
  }
}

function PushState({ letter }: { letter: string }) {
  const t = useTranslations('customer.device')
  const connection = useDeviceStore((store) => store.devices[letter])
  const isLost = connection?.state === 'lost'
  const now = useRealNow(500, isLost)
  useConnectionNews(connection?.state, t('announceLost', { letter }), t('announceBack', { letter }))
  if (!connection || connection.state === 'connecting')
    return <Badge icon={<LoaderCircle aria-hidden size={12} />}>{t('connecting')}</Badge>
  if (connection.state === 'closed')
    return <Badge icon={<BellOff aria-hidden size={12} />}>{t('closed')}</Badge>
  if (connection.state === 'connected')
    return (
      <Badge tone="success" icon={<BellRing aria-hidden size={12} />}>
        <span title={cometPath}>{t('connected', { transport: connection.transport ?? '' })}</span>
      </Badge>
    )
  const { lostSeconds, retrySeconds } = connectionWords(connection, now)
  return (
    <Badge tone="danger" icon={<BellOff aria-hidden size={12} />}>
      <span className="tabular-nums">
        {retrySeconds === null
          ? t('lostRetrying', { seconds: lostSeconds })
          : t('lostRetryIn', { seconds: lostSeconds, retry: retrySeconds })}
      </span>
    </Badge>
  )
}

/** The visible timer of a device that polls. */
function PollState({ serviceId }: { serviceId: string | null }) {
  const t = useTranslations('customer.device')
  const { last, error, seconds } = useNextPoll(serviceId)
  const reasonOf = useReasonOf()
  return (
    <Badge tone={error ? 'danger' : 'warn'} icon={<RefreshCw aria-hidden size={12} className="shrink-0" />}>
      <span className="tabular-nums">
        {serviceId === null
          ? t('pollingLater')
          : error
            ? t.rich('pollFailed', { message: reasonOf(error).words, seconds, api: reasonOf(error).mark })
            : last === 0
              ? t('polling')
              : t('polled', { at: timeOfDay(last), seconds })}
      </span>
    </Badge>
  )
}

/** A phone that neither hears nor asks, unless somebody has it ask once. */
function NothingState({ user, session }: { user: string; session: CustomerSession | null }) {
  const t = useTranslations('customer.device')
  return (
    <>
      <Badge icon={<BellOff aria-hidden size={12} />}>{t('off')}</Badge>
      {session && <FetchOnce user={user} session={session} />}
    </>
  )
}

function FetchOnce({ user, session }: { user: string; session: CustomerSession }) {
  const t = useTranslations('customer.device')
  const fetching = useMutation({ mutationFn: useFetchOnce({ user, delivery: 'off', session }) })
  const reasonOf = useReasonOf()
  return (
    <>
      <Button
        size="small"
        variant="ghost"
        isBusy={fetching.isPending}
        request="POST …/retrieve-notifications"
        onClick={() => fetching.mutate()}
      >
        {t('fetchOnce')}
      </Button>
      {fetching.error && (
        <output className="text-danger">
          {t.rich('fetchFailed', {
            message: reasonOf(fetching.error).words,
            api: reasonOf(fetching.error).mark,
          })}
        </output>
      )}
    </>
  )
}
