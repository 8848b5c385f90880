'use client'

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { RowSelectionState } from '@tanstack/react-table'
import { clsx } from 'clsx'
import Link from 'next/link'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { CallbackJson } from '../../server/tester/contract.ts'
import { callbackListQuery, callbacksOfAPage } from '../callbacks-queries.ts'
import { clockQuery } from '../clock-queries.ts'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Page } from '../ui/page.tsx'
import { EmptyState } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { parametersOf } from './callback-columns.ts'
import { CallbackDialogs } from './callback-dialogs.tsx'
import { CallbackFilters } from './callback-filters.tsx'
import type { CallbackDeed } from './callback-menu.tsx'
import { ColumnChooser } from './column-chooser.tsx'
import { ExportCsv, nothingId } from './export-csv.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { useCallbackFilter } from './use-callback-filter.ts'
import { useColumnTitles } from './use-column-titles.ts'
import { useColumns } from './use-columns.ts'
import { loadEarly } from '../ui/load-early.tsx'

const CallbacksTable = loadEarly(() =>
  import('./callbacks-table.tsx').then((module) => module.CallbacksTable),
)

const none: readonly CallbackJson[] = []
const noTitles: ReadonlyMap<string, string> = new Map()

/** All callbacks, as Genesys' Callback Monitor lists them. */
export function CallbacksPage() {
  const t = useTranslations('callbacks')
  const control = useCallbackFilter()
  const { filter, choice, isNarrowed, isKnown, clear } = control
  const list = useInfiniteQuery({
    ...callbackListQuery(filter),
    placeholderData: keepPreviousData,
    enabled: isKnown,
  })
  const callbacks = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? none, [list.data])
  // While another filter is read, the rows of the one before stand: they are not what is asked for, nor counted.
  const [listed, setListed] = useState(choice)
  if (listed !== choice && !list.isPlaceholderData) setListed(choice)
  const isAnother = list.isPlaceholderData && listed !== choice
  const total = list.data?.pages.at(-1)?.total ?? callbacks.length
  const now = useQuery(clockQuery()).data?.now ?? new Date(0).toISOString()
  const readTitles = useColumnTitles()
  const titles = readTitles ?? noTitles
  const { columns, choose } = useColumns(titles)
  const [selection, setSelection] = useState<RowSelectionState>({})
  const [deed, setDeed] = useState<CallbackDeed | null>(null)
  const selected = callbacks.filter(({ id }) => selection[id])
  // Read while drawing: what is first read when something happens does not draw the page anew when it changes.
  const { hasNextPage, isFetching, fetchNextPage } = list
  // While it cannot be read, or not be drawn yet, nothing says that there is none.
  const isCounted = list.data !== undefined && list.error === null && readTitles !== null && !isAnother
  const loadMore = () => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }
  return (
    <Page
      id="callbacks"
      layout="fill"
      title={t('title')}
      summary={
        list.data && (
          <span className={clsx('tabular-nums', isAnother && 'invisible')}>
            {t('count', { shown: callbacks.length, total })}
          </span>
        )
      }
      actions={
        <>
          <ColumnChooser chosen={columns} parameters={parametersOf(callbacks, titles)} onChoose={choose} />
          <ExportCsv filter={filter} columns={columns} total={isCounted ? total : null} />
        </>
      }
    >
      <div className="flex shrink-0 flex-col gap-2 border-b bg-surface px-4 py-2">
        <CallbackFilters control={control} />
      </div>
      {list.error && (
        <ErrorState
          title={t(list.data ? 'stale' : 'unreadable')}
          error={list.error}
          onRetry={() => void list.refetch()}
        />
      )}
      {selected.length > 0 && (
        <SelectionBar selected={selected} onDeed={setDeed} onClear={() => setSelection({})} />
      )}
      {list.isPending || readTitles === null || (isAnother && callbacks.length === 0) ? (
        <Skeleton what={t('loading')} lines={8} />
      ) : callbacks.length > 0 ? (
        <CallbacksTable
          callbacks={callbacks}
          columns={columns}
          total={isAnother ? null : total}
          now={now}
          selection={selection}
          onSelect={setSelection}
          onDeed={setDeed}
          onNearEnd={loadMore}
        />
      ) : (
        !list.error && (
          // In line with the filter above it.
          <div className="px-1">
            <EmptyState id={nothingId} title={t(isNarrowed ? 'noneFound' : 'none')}>
              {isNarrowed ? (
                <Button size="small" onClick={() => void clear()}>
                  {t('filter.clear')}
                </Button>
              ) : (
                <Link href="/" className="text-accent underline underline-offset-2">
                  {t('startOne')}
                </Link>
              )}
            </EmptyState>
          </div>
        )
      )}
      {hasNextPage && !isAnother && (
        <div className="shrink-0 border-t bg-surface px-4 py-2">
          <Button size="small" isBusy={list.isFetchingNextPage} onClick={loadMore}>
            {t('more', { count: Math.min(callbacksOfAPage, total - callbacks.length) })}
          </Button>
        </div>
      )}
      <CallbackDialogs deed={deed} onClose={() => setDeed(null)} />
    </Page>
  )
}
