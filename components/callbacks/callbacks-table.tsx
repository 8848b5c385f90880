'use client'

import {
  createColumnHelper,
  rowSelectionFeature,
  tableFeatures,
  useTable,
  type RowSelectionState,
} from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { clsx } from 'clsx'
import { useEffect, useLayoutEffect, useMemo, useRef, type Dispatch, type SetStateAction } from 'react'
import { useTranslations } from 'use-intl'
import type { CallbackJson } from '../../server/tester/contract.ts'
import { useRowHeight } from '../row-air.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { CallbackCell } from './callback-cell.tsx'
import { cellText, type ColumnId, type OwnColumn } from './callback-columns.ts'
import { CallbackMenu, type CallbackDeed } from './callback-menu.tsx'
import { useCallbackName } from './callback-name.ts'
import { ColumnName } from './column-name.tsx'

const features = tableFeatures({ rowSelectionFeature })
const helper = createColumnHelper<typeof features, CallbackJson>()

/** From so many rows on, only those in sight are drawn. */
const virtualFrom = 200
/** In rem. */
const leastRowHeight = 2.25
/** Rows drawn above and below what is seen. */
const overscan = 10
/** So near to the end the next page is asked for. */
const nearEndRows = 20

interface CallbacksTableProps {
  callbacks: readonly CallbackJson[]
  columns: readonly ColumnId[]
  /** Null while those of another filter are awaited, and these stand for them. */
  total: number | null
  /** The contact centre's time, ISO 8601. */
  now: string
  selection: RowSelectionState
  onSelect: Dispatch<SetStateAction<RowSelectionState>>
  onDeed: (deed: CallbackDeed) => void
  onNearEnd: () => void
}

/** The callbacks in rows, the newest first. */
export function CallbacksTable(props: CallbacksTableProps) {
  const { callbacks, columns, total, now, selection, onSelect, onDeed, onNearEnd } = props
  const t = useTranslations('callbacks')
  const nameOf = useCallbackName()
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = useRowHeight(leastRowHeight)
  const defined = useMemo(
    () =>
      helper.columns(
        columns.map((column) =>
          helper.accessor((callback) => cellText(callback, column), { id: column, header: column }),
        ),
      ),
    [columns],
  )
  const table = useTable({
    features,
    columns: defined,
    data: callbacks as CallbackJson[],
    getRowId: ({ id }) => id,
    state: { rowSelection: selection },
    onRowSelectionChange: onSelect,
  })
  const { rows } = table.getRowModel()
  const isVirtual = rows.length > virtualFrom
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: isVirtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
  })
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight])
  const drawn = isVirtual
    ? virtualizer.getVirtualItems().map(({ index }) => index)
    : rows.map((_, index) => index)
  const first = drawn[0] ?? 0
  const last = drawn.at(-1) ?? -1
  const isNearEnd = isVirtual && last >= rows.length - nearEndRows
  useEffect(() => {
    // Again with each drawing: what is being read may keep the next page waiting.
    if (isNearEnd) onNearEnd()
  }, [isNearEnd, onNearEnd])
  const width = columns.reduce((sum, column) => sum + widthOf(column), 0)
  return (
    <section
      ref={scroller}
      aria-label={t('list')}
      // WCAG 2.1.1: what only a wheel can scroll is closed to the keyboard.
      {...{ tabIndex: 0 }}
      aria-busy={total === null}
      className={clsx(
        '@container min-h-0 flex-1 overflow-auto bg-surface focus-visible:-outline-offset-2',
        total === null && 'opacity-60',
      )}
    >
      <table
        aria-rowcount={total === null ? -1 : total + 1}
        className="w-full table-fixed border-separate border-spacing-0 text-left text-sm @2xl:min-w-(--width)"
        style={{ '--width': `${width + 6}rem` } as React.CSSProperties}
      >
        <caption className="sr-only">{t('caption')}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={clsx(headClass, 'w-10')}>
              <Checkbox
                label={t('selectAll')}
                isChecked={table.getIsAllRowsSelected()}
                isMixed={table.getIsSomeRowsSelected()}
                onChange={table.getToggleAllRowsSelectedHandler()}
              />
            </th>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className={clsx(headClass, isNarrowToo(column) || hidden)}
                style={{ width: column === 'waitingFor' ? undefined : `${widthOf(column)}rem` }}
              >
                <ColumnName column={column} />
              </th>
            ))}
            <th scope="col" className={clsx(headClass, 'w-12')}>
              <span className="sr-only">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <Space height={first * rowHeight} columns={columns.length + 2} />
          {drawn.map((index) => {
            const row = rows[index]
            if (!row) return null
            const callback = row.original
            return (
              <tr
                key={row.id}
                aria-rowindex={index + 2}
                aria-selected={row.getIsSelected()}
                style={{ height: rowHeight }}
                className={clsx('enabled-hover:bg-hover', row.getIsSelected() && 'bg-accent-soft')}
              >
                <td className={cellClass}>
                  <Checkbox
                    label={t('select', { name: nameOf(callback) })}
                    isChecked={row.getIsSelected()}
                    onChange={row.getToggleSelectedHandler()}
                  />
                </td>
                {columns.map((column) => (
                  <td key={column} className={clsx(cellClass, isNarrowToo(column) || hidden)}>
                    <CallbackCell callback={callback} column={column} now={now} />
                  </td>
                ))}
                <td className={cellClass}>
                  <CallbackMenu callback={callback} onDeed={onDeed} />
                </td>
              </tr>
            )
          })}
          <Space height={(rows.length - 1 - last) * rowHeight} columns={columns.length + 2} />
        </tbody>
      </table>
    </section>
  )
}

const headClass =
  'sticky top-0 z-10 h-8 border-b bg-sunken px-2 text-xs font-medium text-muted first:pl-3 last:pr-3'
const cellClass = 'truncate border-b border-line/60 px-2 first:pl-3 last:pr-3'
const hidden = '@max-2xl:hidden'

/** What is shown also where there is room for little. */
const isNarrowToo = (column: ColumnId) => column === 'state' || column === 'customer'

/** In rem. */
const widths: Partial<Record<OwnColumn, number>> = {
  state: 8,
  customer: 10,
  waitingFor: 15,
  reason: 12,
  target: 15,
  id: 19,
  user: 12,
  mediaType: 5,
}

function widthOf(column: ColumnId): number {
  return widths[column as OwnColumn] ?? 9
}

/** Rows that are not drawn take their room. */
function Space({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden style={{ height }}>
      <td colSpan={columns}>&nbsp;</td>
    </tr>
  )
}
