'use client'

import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useCallback, useEffect, useRef } from 'react'
import type { TrafficDetail } from '../../server/tester/contract.ts'
import { trafficDetailQuery } from '../traffic-queries.ts'
import { Badge } from '../ui/badge.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { LaneMark } from '../ui/lane-mark.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { TesterError } from '../tester-client.ts'
import { BodyView } from './body-view.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { renderCurl } from './curl.ts'
import { HeaderList } from './header-list.tsx'
import { overviewOf } from './overview.ts'
import { laneOf, shortSize, timeWithMillis, wordOf } from './traffic-row.ts'
import { useWireStore } from './wire-store.ts'

const askAgainMillis = 1_000

/** One row in full: what it was, what was sent and what came back. */
export function TrafficDetailPane({ number }: { number: number }) {
  const open = useWireStore((store) => store.open)
  const { data: detail, error } = useQuery({
    ...trafficDetailQuery(number),
    // A row that is over changes no more.
    refetchInterval: ({ state: { data } }) =>
      data?.kind === 'exchange' && data.durationMillis === null ? askAgainMillis : false,
  })
  const pane = useRef<HTMLElement>(null)
  const close = useCallback(() => {
    const grid = gridBeside(pane.current)
    open(null)
    // Back to where the reader came from, once it is in view again.
    window.requestAnimationFrame(() => grid?.focus())
  }, [open])
  useEffect(() => {
    // On a narrow page the pane takes the grid's place, and with it the keyboard.
    if (gridBeside(pane.current)?.offsetParent === null) pane.current?.focus()
  }, [])
  useEffect(() => {
    const element = pane.current
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close()
    }
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [close])

  return (
    <section
      ref={pane}
      tabIndex={-1}
      aria-label={`Detail of #${number}`}
      className="flex min-h-0 flex-1 flex-col focus-visible:-outline-offset-2"
    >
      <header className="flex min-h-8 shrink-0 items-center gap-2 border-b bg-sunken px-3">
        <h3 className="flex min-w-0 items-center gap-2 text-sm font-medium">
          <span className="font-mono text-mono">#{number}</span>
          {detail && <LaneMark lane={laneOf(detail)} />}
          {detail && <span className="truncate">{titleOf(detail)}</span>}
        </h3>
        <span className="ml-auto">
          <IconButton label="Close the detail" onClick={close}>
            <X aria-hidden size={15} />
          </IconButton>
        </span>
      </header>
      {detail ? (
        <DetailBody detail={detail} />
      ) : (
        <p className="p-3 text-sm text-muted">{error ? problemOf(error, number) : 'Reading it…'}</p>
      )}
    </section>
  )
}

const gridBeside = (pane: HTMLElement | null) =>
  pane?.closest('#wire')?.querySelector<HTMLElement>('[role="grid"]') ?? null

function DetailBody({ detail }: { detail: TrafficDetail }) {
  const curl = renderCurl(detail, window.location.origin)
  return (
    <ScrollRegion
      label={`Contents of #${detail.number}`}
      className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-3 focus-visible:-outline-offset-2"
    >
      <div className="flex flex-wrap items-start justify-between gap-2">
        <p className="min-w-0 flex-1 basis-64 text-sm break-words">{overviewOf(detail)}</p>
        {curl && <CopyButton label="Copy as curl" text={curl} />}
      </div>
      <dl className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        <Fact name="at" value={timeWithMillis(detail.at)} />
        {detail.httpVersion && <Fact name="HTTP" value={detail.httpVersion} />}
        {detail.user && <Fact name="gms_user" value={detail.user} />}
        {detail.serviceId && <Fact name="id" value={detail.serviceId} />}
      </dl>
      {detail.isTruncated && (
        <p className="text-sm text-warn">A body was longer than what is kept; only its beginning is shown.</p>
      )}
      <Side
        title={detail.kind === 'exchange' ? 'Request' : 'Sent'}
        headers={detail.requestHeaders}
        body={detail.requestBody}
        bytes={detail.requestBytes}
        isShown={detail.kind === 'exchange' || detail.requestBody !== ''}
      />
      <Side
        title={detail.kind === 'exchange' ? 'Response' : 'Delivered'}
        headers={detail.responseHeaders}
        body={detail.responseBody}
        bytes={detail.responseBytes}
        status={detail.status}
        isShown={detail.kind === 'exchange' ? detail.durationMillis !== null : detail.responseBody !== ''}
      />
    </ScrollRegion>
  )
}

interface SideProps {
  title: string
  headers: readonly [string, string][]
  body: string
  bytes: number
  status?: number | null
  isShown: boolean
}

function Side({ title, headers, body, bytes, status, isShown }: SideProps) {
  if (!isShown) return null
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h4 className="flex items-center gap-2 border-b pb-1 text-sm font-semibold">
        {title}
        {status !== undefined && status !== null && (
          <Badge tone={status < 400 ? 'success' : 'danger'}>{status}</Badge>
        )}
        <span className="ml-auto text-xs font-normal text-muted">{shortSize(bytes)}</span>
      </h4>
      {headers.length > 0 && <HeaderList headers={headers} />}
      <BodyView label={`${title} body`} headers={headers} body={body} bytes={bytes} />
    </section>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex min-w-0 gap-1">
      <dt>{name}</dt>
      <dd className="min-w-0 font-mono break-all text-text">{value}</dd>
    </div>
  )
}

const titleOf = (detail: TrafficDetail) =>
  detail.kind === 'exchange' ? detail.note || detail.path : `${wordOf(detail)} ${detail.path}`

function problemOf(error: Error, number: number): string {
  return error instanceof TesterError && error.status === 404
    ? `The tester keeps #${number} no more.`
    : `It cannot be read: ${error.message}`
}
