'use client'

import { useTranslations } from 'use-intl'
import { paths, userHeader } from '../../server/gms/contract.ts'
import { Button } from '../ui/button.tsx'
import { CodeBlock } from '../ui/code-block.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { EmptyState } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useQueryText } from './wire-address.tsx'
import type { WireQuery } from './wire-query.ts'

interface WireEmptyProps {
  query: WireQuery
  isPending: boolean
  /** Why the traffic could not be read. */
  error: Error | null
  total: number
  onRetry: () => void
}

/** What the wire shows when there is no row to show: why, and what to do about it. */
export function WireEmpty({ query, isPending, error, total, onRetry }: WireEmptyProps) {
  const t = useTranslations('wire')
  const [, setText] = useQueryText()
  if (isPending) return <Skeleton what={t('reading')} lines={5} />
  if (error && total === 0) return <ErrorState title={t('unreadable')} error={error} onRetry={onRetry} />
  if (total > 0)
    return (
      <EmptyState title={t('empty.hidden', { total })}>
        <Button size="small" onClick={() => setText('')}>
          {t('empty.clear')}
        </Button>
        {query.terms.some(({ field }) => field === 'text') && (
          <p className="w-full text-sm text-muted">{t('empty.hiddenText')}</p>
        )}
      </EmptyState>
    )
  const curl = startCurl(window.location.origin)
  return (
    <div className="flex min-h-0 max-w-3xl flex-col gap-2 overflow-auto p-4">
      <p className="text-muted">{t('empty.title')}</p>
      <CodeBlock label={t('empty.curl')} text={curl} />
      <div>
        <CopyButton label={t('empty.copy')} text={curl} />
      </div>
    </div>
  )
}

function startCurl(origin: string): string {
  return [
    `curl -i ${origin}${paths.start('chat-delay')}`,
    `-H '${userHeader}: curl-1'`,
    "-F '_customer_number=4082652649'",
    "-F '_device_notification_id=curl-1'",
    "-F '_device_os=comet'",
  ].join(' \\\n  ')
}
