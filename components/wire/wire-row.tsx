'use client'

import { clsx } from 'clsx'
import { ChevronDown, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TrafficSummary } from '../../server/tester/contract.ts'
import { LaneMark } from '../ui/lane-mark.tsx'
import { DurationBar } from './duration-bar.tsx'
import { laneOf, noteBeside, shortId, splitPath, timeWithMillis, wordOf } from './traffic-row.ts'
import type { WireLine } from './wire-lines.ts'

export const rowHeight = 28

/** Narrow: number, lane, kind, path, status. Then the time and the duration; then the session. */
const columns =
  'grid grid-cols-[2.75rem_1.75rem_3.25rem_minmax(0,1fr)_2.5rem] items-center gap-x-2 px-3 ' +
  '@xl:grid-cols-[2.75rem_6.25rem_1.75rem_3.25rem_minmax(0,1fr)_2.5rem_6rem] ' +
  '@5xl:grid-cols-[2.75rem_6.25rem_1.75rem_3.25rem_minmax(0,1fr)_2.5rem_7rem_4.5rem]'

const fromMedium = 'hidden @xl:block'
const fromWide = 'hidden @5xl:block'

/** The head row, which stays in view. */
export function ColumnHeads() {
  const head = (text: string, className?: string) => (
    <th scope="col" className={clsx('truncate text-left font-normal', className)}>
      {text}
    </th>
  )
  return (
    <thead className="sticky top-0 z-10 block bg-sunken">
      <tr aria-rowindex={1} className={clsx(columns, 'h-7 border-b text-xs text-muted')}>
        {head('#')}
        {head('Time', fromMedium)}
        {head('Lane')}
        {head('Kind')}
        {head('Method and path')}
        {head('Status')}
        {head('Duration', fromMedium)}
        {head('Session', fromWide)}
      </tr>
    </thead>
  )
}

interface LineProps {
  id: string
  /** Its place among all lines, from 0. */
  index: number
  top: number
  isActive: boolean
}

const lineClass = 'absolute inset-x-0 h-7 cursor-pointer border-b border-line/60 text-mono hover:bg-hover'
const activeClass = 'bg-accent-soft hover:bg-accent-soft'

interface RowLineProps extends LineProps {
  row: TrafficSummary
  /** Beside the lane's mark. */
  letter: string
  isUnfolded: boolean
  isOpened: boolean
}

/** One exchange, frame or push. */
export function RowLine({ id, index, top, isActive, row, letter, isUnfolded, isOpened }: RowLineProps) {
  const path = splitPath(row.path)
  const note = noteBeside(row)
  const isChannel = row.kind !== 'exchange'
  return (
    <tr
      id={id}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isOpened}
      style={{ top }}
      className={clsx(columns, lineClass, 'font-mono', (isActive || isOpened) && activeClass)}
    >
      <Cell className="text-muted tabular-nums">
        {isUnfolded && <span aria-hidden>· </span>}
        {row.number}
      </Cell>
      <Cell className={clsx(fromMedium, 'text-muted tabular-nums')}>{timeWithMillis(row.at)}</Cell>
      <Cell>
        <LaneMark lane={laneOf(row)} letter={letter} />
      </Cell>
      <Cell className={clsx('text-xs font-semibold', row.kind === 'push' && 'text-lane-server')}>
        {wordOf(row)}
      </Cell>
      <Cell>
        <span className="flex min-w-0">
          {!isChannel && <span className="mr-1.5 hidden shrink-0 text-muted @xl:inline">{row.method}</span>}
          <span className="min-w-0 shrink truncate text-muted">{path.head}</span>
          <span className="max-w-full shrink-0 truncate">{path.tail}</span>
          {note !== null && <span className="ml-3 min-w-0 shrink-999 truncate text-muted">{note}</span>}
        </span>
      </Cell>
      <Cell className={statusClass(row.status)}>{row.status ?? ''}</Cell>
      <Cell className={fromMedium}>
        <DurationBar row={row} />
      </Cell>
      <Cell className={clsx(fromWide, 'text-muted')}>
        {row.serviceId && <span title={row.serviceId}>{shortId(row.serviceId)}</span>}
      </Cell>
    </tr>
  )
}

/** Several rows in which nothing happened, as one. */
export function FoldLine({
  id,
  index,
  top,
  isActive,
  fold,
}: LineProps & { fold: Extract<WireLine, { kind: 'fold' }> }) {
  const Chevron = fold.isOpen ? ChevronDown : ChevronRight
  return (
    <tr
      id={id}
      data-index={index}
      aria-rowindex={index + 2}
      style={{ top }}
      className={clsx(lineClass, 'flex items-center px-3 text-sm text-muted', isActive && activeClass)}
    >
      <td colSpan={8} className="flex min-w-0 items-center gap-1.5">
        <Chevron aria-hidden size={14} className="shrink-0" />
        <span className="truncate">{fold.text}</span>
        <span className="sr-only">, {fold.isOpen ? 'unfolded below' : 'folded'}</span>
      </td>
    </tr>
  )
}

function Cell({ className, children }: { className?: string; children?: ReactNode }) {
  return <td className={clsx('min-w-0 truncate', className)}>{children}</td>
}

function statusClass(status: number | null): string {
  if (status === null) return ''
  if (status >= 400) return 'font-semibold text-danger'
  return status < 300 ? 'text-success' : 'text-muted'
}
