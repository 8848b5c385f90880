'use client'

import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useCallback, useEffect, useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react'
import type { TrafficDetail } from '../../server/tester/contract.ts'
import { trafficDetailQuery } from '../traffic-queries.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { LaneMark } from '../ui/lane-mark.tsx'
import { EmptyState } from '../ui/panel.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { TesterError } from '../tester-client.ts'
import { DetailActions } from './detail-actions.tsx'
import { DetailBayeux } from './detail-bayeux.tsx'
import { DetailCode } from './detail-code.tsx'
import { DetailDocumented } from './detail-documented.tsx'
import { DetailOverview } from './detail-overview.tsx'
import { DetailParts } from './detail-parts.tsx'
import { DetailRaw } from './detail-raw.tsx'
import { DetailSide } from './detail-side.tsx'
import { tabsOf, type DetailTab } from './detail-tabs.ts'
import { forgetRow, isOtherRow, knowRow, useKnownRow } from './known-row-store.ts'
import { laneOf, wordOf } from './traffic-row.ts'
import { useDetailTab, useOpenedRow } from './wire-address.tsx'

const askAgainMillis = 1_000

/** One row in full: what it was, what was sent and what came back, side by side with what is documented. */
export function TrafficDetailPane({ number }: { number: number }) {
  const t = useTranslations('wire.detail')
  const { open } = useOpenedRow()
  const {
    data: read,
    error,
    isFetching,
    refetch,
  } = useQuery({
    ...trafficDetailQuery(number),
    // A row that is over changes no more.
    refetchInterval: ({ state: { data } }) =>
      data?.durationMillis === null && data.kind !== 'event' ? askAgainMillis : false,
  })
  const known = useKnownRow((store) => store.known)
  const isOther = read !== undefined && isOtherRow(read, known)
  const detail = isOther ? undefined : read
  useEffect(() => {
    // What is read again may be of an earlier log.
    if (detail !== undefined && !isFetching) knowRow(detail)
  }, [detail, isFetching])
  // Links open rows too: whichever is opened next is meant. A reload goes past this, and still knows the row.
  useEffect(() => forgetRow, [])
  const announce = useAnnounce()
  useEffect(() => {
    if (isOther) announce(t('otherRow', { number }))
  }, [isOther, number, announce, t])
  const pane = useRef<HTMLElement>(null)
  const keepsFocus = useFocusStays(pane)
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
      {...keepsFocus}
      tabIndex={-1}
      aria-label={t('label', { number })}
      className="@container flex min-h-0 flex-1 flex-col focus-visible:-outline-offset-2"
    >
      <header className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b bg-sunken px-3 py-1">
        <h3 className="flex min-w-0 flex-1 basis-40 items-center gap-2 text-sm font-medium">
          <span className="font-mono text-mono">#{number}</span>
          {detail && <LaneMark lane={laneOf(detail)} />}
          {detail && <span className="truncate">{titleOf(detail)}</span>}
        </h3>
        {detail && <DetailActions detail={detail} />}
        <IconButton label={t('close')} onClick={close}>
          <X aria-hidden size={15} />
        </IconButton>
      </header>
      {detail ? (
        <DetailBody detail={detail} />
      ) : isOther ? (
        <EmptyState title={t('otherRow', { number })}>
          <Button size="small" onClick={forgetRow}>
            {t('showOther', { number })}
          </Button>
        </EmptyState>
      ) : error ? (
        <ErrorState {...problemOf(error, number, t)} onRetry={() => void refetch()} />
      ) : (
        <Skeleton what={t('contents', { number })} lines={6} />
      )}
    </section>
  )
}

/** The pane takes the keyboard when what had it in there is shown no more. */
function useFocusStays(pane: RefObject<HTMLElement | null>) {
  const isInside = useRef(false)
  useLayoutEffect(() => {
    if (isInside.current && document.activeElement === document.body) pane.current?.focus()
  })
  return {
    onFocus: () => {
      isInside.current = true
    },
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      isInside.current = currentTarget.contains(relatedTarget)
    },
  }
}

const gridBeside = (pane: HTMLElement | null) =>
  pane?.closest('[data-wire]')?.querySelector<HTMLElement>('[role="grid"]') ?? null

function DetailBody({ detail }: { detail: TrafficDetail }) {
  const t = useTranslations('wire')
  const [wanted, setTab] = useDetailTab()
  const tabs = tabsOf(detail)
  const selected = tabs.includes(wanted) ? wanted : 'overview'
  const isExchange = detail.kind === 'exchange'
  const labels: Readonly<Record<DetailTab, string>> = {
    overview: t('tabs.overview'),
    request: isExchange ? t('tabs.request') : detail.kind === 'unsent' ? t('tabs.rendered') : t('tabs.sent'),
    response: isExchange ? t('tabs.response') : t('tabs.delivered'),
    parts: t('tabs.parts'),
    bayeux: t('tabs.bayeux'),
    raw: t('tabs.raw'),
    documented: t('tabs.documented'),
    code: t('tabs.code'),
  }
  return (
    <Tabs
      label={t('detail.tabs')}
      items={tabs.map((key) => ({ key, label: labels[key] }))}
      selected={selected}
      onSelect={setTab}
      className="min-h-0 flex-1"
      panelClassName="flex flex-col"
    >
      <ScrollRegion
        label={t('detail.contents', { number: detail.number })}
        className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-3 focus-visible:-outline-offset-2"
      >
        {detail.isTruncated && <p className="text-sm text-warn">{t('detail.truncated')}</p>}
        <Side tab={selected} detail={detail} />
      </ScrollRegion>
    </Tabs>
  )
}

function Side({ tab, detail }: { tab: DetailTab; detail: TrafficDetail }) {
  switch (tab) {
    case 'overview':
      return <DetailOverview detail={detail} />
    case 'request':
    case 'response':
      return <DetailSide detail={detail} side={tab} />
    case 'parts':
      return <DetailParts detail={detail} />
    case 'bayeux':
      return <DetailBayeux detail={detail} />
    case 'raw':
      return <DetailRaw detail={detail} />
    case 'documented':
      return <DetailDocumented detail={detail} />
    case 'code':
      return <DetailCode detail={detail} />
  }
}

const titleOf = (detail: TrafficDetail) =>
  detail.kind === 'exchange' ? detail.note || detail.path : `${wordOf(detail)} ${detail.path}`

type Words = ReturnType<typeof useTranslations<'wire.detail'>>

const problemOf = (error: Error, number: number, t: Words): { title: string; error?: Error } =>
  error instanceof TesterError && error.status === 404
    ? { title: t('gone', { number }) }
    : { title: t('unreadable'), error }
