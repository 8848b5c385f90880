'use client'

import dynamic from 'next/dynamic'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { addressesQuery } from '../connect-queries.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Page } from '../ui/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Addresses } from './addresses.tsx'
import { loadAgain } from '../ui/load-again.ts'

const ClientChecklist = dynamic(
  () => loadAgain(() => import('./client-checklist.tsx')).then((module) => module.ClientChecklist),
  {
    ssr: false,
    loading: () => <AwaitedChecklist />,
  },
)

const TryIt = dynamic(() => loadAgain(() => import('./try-it.tsx')).then((module) => module.TryIt), {
  ssr: false,
  loading: () => <AwaitedPart />,
})

const PlatformNotes = dynamic(
  () => loadAgain(() => import('./platform-notes.tsx')).then((module) => module.PlatformNotes),
  {
    ssr: false,
  },
)

/** *Point your client here*: where the tester is, how to try it, and how far a client has come. */
export function ConnectPage() {
  const t = useTranslations('connect')
  const { data: addresses, error, refetch } = useQuery(addressesQuery())
  return (
    <Page id="connect" title={t('title')}>
      <p className="max-w-3xl text-muted">{t('intro')}</p>
      <div className="grid items-start gap-4 full:grid-cols-2">
        {/* What comes piece by piece is higher than the window: what stands beneath it there need not move. */}
        <div className="flex min-h-dvh min-w-0 flex-col gap-4 full:min-h-0">
          {addresses && (
            <>
              <Addresses addresses={addresses} />
              <TryIt />
              <PlatformNotes addresses={addresses} />
            </>
          )}
          {addresses === undefined && error === null && <Skeleton what={t('loading')} lines={6} />}
          {addresses === undefined && error !== null && (
            <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />
          )}
        </div>
        <div className="min-w-0 full:sticky full:top-4">
          <ClientChecklist />
        </div>
      </div>
    </Page>
  )
}

function AwaitedPart() {
  const t = useTranslations('connect')
  return <Skeleton what={t('loading')} lines={5} />
}

function AwaitedChecklist() {
  const t = useTranslations('connect')
  return <Skeleton what={t('loading')} lines={9} />
}
