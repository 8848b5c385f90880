'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { MissingRows } from '../callbacks/missing-rows.tsx'
import { callbackWireQuery } from '../callbacks-queries.ts'
import { SequenceMini } from '../sequence/sequence-mini.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { CurlDialog } from './curl-dialog.tsx'
import { recapOf } from './recap.ts'
import { RecapFacts } from './recap-facts.tsx'

interface WireRecapProps {
  callback: CallbackDetailJson
  /** The `gms_user` of the customer's app. */
  user: string
}

/** What was sent and received for a callback, as the wire has it, and how to do the same without this page. */
export function WireRecap({ callback, user }: WireRecapProps) {
  const t = useTranslations('recap')
  const { data: wire, error, refetch } = useQuery(callbackWireQuery(callback.id))
  if (error && !wire)
    return <ErrorState title={t('unreadable')} error={error} onRetry={() => void refetch()} />
  if (!wire) return <Skeleton what={t('loading')} lines={4} />
  const recap = recapOf(wire.items, callback)
  const { requests, pushes, polls, typing } = recap
  return (
    <>
      <p>
        {t('counted', { requests: requests.length, pushes: pushes.length })}
        {(polls > 0 || typing > 0) && (
          <span className="text-muted">
            {' '}
            {polls > 0 && t('polls', { count: polls })} {typing > 0 && t('typing', { count: typing })}
          </span>
        )}
      </p>
      <MissingRows dropped={wire.dropped} isPartial={wire.isPartial} className="" />
      <RecapFacts recap={recap} serviceId={callback.id} user={user} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <CurlDialog serviceId={callback.id} requests={requests} />
        <Link href="/connect" className="text-sm text-accent underline underline-offset-2">
          {t('fromYourApp')}
        </Link>
      </div>
    </>
  )
}

/** The shape of what was told, from the same rows; nothing until they are there. */
export function WireShape({ callback }: Pick<WireRecapProps, 'callback'>) {
  const { data: wire } = useQuery(callbackWireQuery(callback.id))
  return wire ? <SequenceMini callback={callback} rows={wire.items} /> : null
}
