'use client'

import { useTranslations } from 'use-intl'
import type { TrafficDetail } from '../../server/tester/contract.ts'
import { Badge } from '../ui/badge.tsx'
import { BodyView } from './body-view.tsx'
import { HeaderTable } from './header-table.tsx'
import { statusWithWord } from './status-words.ts'
import { shortSize } from './traffic-row.ts'
import { isError } from './row-error.ts'

/** What was sent, or what came back: the start of it, its headers, its body. */
export function DetailSide({ detail, side }: { detail: TrafficDetail; side: 'request' | 'response' }) {
  const t = useTranslations('wire')
  const isRequest = side === 'request'
  const headers = isRequest ? detail.requestHeaders : detail.responseHeaders
  const body = isRequest ? detail.requestBody : detail.responseBody
  const bytes = isRequest ? detail.requestBytes : detail.responseBytes
  if (!isRequest && detail.kind === 'exchange' && detail.durationMillis === null)
    return <p className="text-sm text-muted">{t('detail.notAnswered')}</p>
  const label = t('detail.body', { side: t(`tabs.${side}`) })
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 font-mono text-mono">
        {isRequest ? (
          <span className="min-w-0 wrap-anywhere">
            {detail.method} {detail.path}
          </span>
        ) : (
          detail.status !== null && (
            <Badge tone={isError(detail) ? 'danger' : 'success'}>
              {statusWithWord(detail.status, detail)}
            </Badge>
          )
        )}
        {detail.httpVersion && <span className="text-muted">HTTP/{detail.httpVersion}</span>}
        <span className="text-muted">{shortSize(bytes)}</span>
      </p>
      {detail.kind !== 'push' && detail.kind !== 'frame' && <HeaderTable headers={headers} />}
      <BodyView label={label} body={body} bytes={bytes} />
    </>
  )
}
