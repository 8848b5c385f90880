'use client'

import { clsx } from 'clsx'
import { ChevronDown, ChevronRight, Pin, RotateCcw, StickyNote } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { memo, type ReactNode } from 'react'
import type { TrafficSummary } from '../../server/tester/contract.ts'
import { LaneMark, laneColors } from '../ui/lane-mark.tsx'
import { DurationBar } from './duration-bar.tsx'
import { foldWords } from './fold-words.ts'
import {
  laneLetter,
  laneOf,
  causeAndNote,
  noteBeside,
  shortDelta,
  shortId,
  shortSize,
  splitPath,
  timeWithMillis,
  wordOf,
} from './traffic-row.ts'
import { statusText } from './status-words.ts'
import { isError } from './row-error.ts'
import type { Fold } from './wire-lines.ts'

/** How high a line is at its least, in rem. */
export const leastRowHeight = 1.75

/** From which widths, in rem, the grid has more columns: the time; then the duration; then delta, size and session. */
export const rowWidths = [36, 48, 64] as const

const columns = 'grid items-center gap-x-2 px-3'

/** Narrow: number, lane, kind, path, status. */
const columnsByFit = [
  'grid-cols-[3rem_1.75rem_3.25rem_minmax(0,1fr)_2.75rem]',
  'grid-cols-[3rem_6.25rem_1.75rem_3.25rem_minmax(0,1fr)_2.75rem]',
  'grid-cols-[3rem_6.25rem_1.75rem_3.25rem_minmax(0,1fr)_2.75rem_6rem]',
  'grid-cols-[3.25rem_6.25rem_4rem_1.75rem_3.25rem_minmax(0,1fr)_7.5rem_7rem_4rem_4.5rem]',
]

/** The columns in their order, each with how many of `rowWidths` it needs. */
const neededFit = {
  number: 0,
  time: 1,
  delta: 3,
  lane: 0,
  kind: 0,
  path: 0,
  status: 0,
  duration: 2,
  size: 3,
  session: 3,
}

export type Column = keyof typeof neededFit

/** The columns that a grid of this width has. */
export const columnsOf = (fit: number): Column[] =>
  (Object.keys(neededFit) as Column[]).filter((column) => neededFit[column] <= fit)

/** The id of the one cell of a row that the keyboard stands on. */
export const cellId = (rowId: string) => `${rowId}-cell`

/** The head row, which stays in view. */
export function ColumnHeads({ height, fit }: { height: number; fit: number }) {
  const t = useTranslations('wire.columns')
  const head = (text: string, className?: string, title = text) => (
    <th scope="col" title={title} className={clsx('truncate text-left font-normal', className)}>
      {text}
    </th>
  )
  return (
    <thead className="sticky top-0 z-10 block bg-sunken">
      <tr
        aria-rowindex={1}
        style={{ height }}
        className={clsx(columns, columnsByFit[fit], 'border-b text-xs whitespace-nowrap text-muted')}
      >
        {head(t('number'))}
        {fit > 0 && head(t('time'), '', t('timeTitle'))}
        {fit > 2 && head(t('delta'), 'text-right real-time', t('deltaTitle'))}
        {head(t('lane'))}
        {head(t('kind'))}
        {head(t('path'))}
        {head(t('status'))}
        {fit > 1 && head(t('duration'), 'real-time', t('durationTitle'))}
        {fit > 2 && head(t('size'), 'text-right')}
        {fit > 2 && head(t('session'))}
      </tr>
    </thead>
  )
}

interface LineProps {
  id: string
  /** Its place among all lines, from 0. */
  index: number
  top: number
  height: number
  isActive: boolean
}

const lineClass = 'absolute inset-x-0 cursor-pointer border-b border-line/60 text-mono hover:bg-hover'
const activeClass = 'row-active bg-accent-soft hover:bg-accent-soft'

interface RowLineProps extends LineProps {
  row: TrafficSummary
  /** When the line before began; null: there is none. */
  before: string | null
  /** The letters of the page's customers by user. */
  letters: ReadonlyMap<string, string>
  /** How many of `rowWidths` fit. */
  fit: number
  /** The cell that the keyboard stands on; null: it is on another row, or on the row as a whole. */
  activeColumn: Column | null
  isUnfolded: boolean
  isOpened: boolean
  /** A control of the page has just sent it. */
  isFresh: boolean
}

/** One exchange, frame, push or event. */
export const RowLine = memo(function RowLine({
  id,
  index,
  top,
  height,
  isActive,
  row,
  before,
  letters,
  fit,
  activeColumn,
  isUnfolded,
  isOpened,
  isFresh,
}: RowLineProps) {
  const t = useTranslations('wire.marks')
  const path = splitPath(row.path)
  const note = fit > 2 ? causeAndNote(row) : noteBeside(row)
  const at = (column: Column) => (column === activeColumn ? cellId(id) : undefined)
  return (
    <tr
      id={id}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isOpened}
      style={{ top, height }}
      className={clsx(
        columns,
        columnsByFit[fit],
        lineClass,
        'font-mono',
        (isActive || isOpened) && activeClass,
        isFresh && 'row-fresh',
      )}
    >
      <Cell id={at('number')} className="text-muted tabular-nums">
        {isUnfolded ? `· ${row.number}` : row.number}
      </Cell>
      {fit > 0 && (
        <Cell id={at('time')} className="text-muted tabular-nums">
          {timeWithMillis(row.centreAt)}
        </Cell>
      )}
      {fit > 2 && (
        <Cell id={at('delta')} className="real-time text-right text-muted tabular-nums">
          {shortDelta(before, row.at)}
        </Cell>
      )}
      <Cell id={at('lane')}>
        <LaneMark lane={laneOf(row)} letter={laneLetter(row, letters)} />
      </Cell>
      <Cell
        id={at('kind')}
        className={clsx('text-xs font-semibold', isOwnDoing(row) && laneColors[laneOf(row)])}
      >
        {wordOf(row)}
      </Cell>
      <Cell id={at('path')} className="flex min-w-0 items-center">
        {row.isPinned && <Pin aria-label={t('pinned')} size={12} className="mr-1 shrink-0 text-accent" />}
        {row.replayOf !== null && (
          <RotateCcw
            aria-label={t('replay', { number: row.replayOf })}
            size={12}
            className="mr-1 shrink-0 text-accent"
          />
        )}
        {fit > 0 && row.kind === 'exchange' && (
          <span className="mr-1.5 shrink-0 text-muted">{row.method}</span>
        )}
        <span
          className={clsx('min-w-0 truncate text-muted', row.comment === null ? 'shrink' : 'shrink-9999')}
        >
          {path.head}
        </span>
        <span className={clsx('max-w-full truncate', row.comment === null ? 'shrink-0' : 'min-w-8 shrink')}>
          {path.tail}
        </span>
        {note !== null && <span className="ml-3 min-w-0 shrink-999 truncate text-muted">{note}</span>}
        {row.comment !== null && (
          <span
            data-tip={row.comment}
            className="ml-3 flex max-w-1/2 shrink-0 items-center gap-1 rounded-sm bg-accent-soft px-1 font-sans text-xs"
          >
            <StickyNote aria-hidden size={12} className="shrink-0 text-accent" />
            <span className="sr-only">{t('comment')}</span>
            <span className={fit > 0 ? 'min-w-0 truncate' : 'sr-only'}>{row.comment}</span>
          </span>
        )}
      </Cell>
      <Cell id={at('status')} className={statusClass(row)}>
        {statusText(row, fit > 2)}
      </Cell>
      {fit > 1 && (
        <Cell id={at('duration')}>
          <DurationBar row={row} />
        </Cell>
      )}
      {fit > 2 && (
        <>
          <Cell id={at('size')} className="text-right text-muted tabular-nums">
            {row.kind !== 'event' && shortSize(row.requestBytes + row.responseBytes)}
          </Cell>
          <Cell id={at('session')} className="text-muted">
            {row.serviceId && <span title={row.serviceId}>{shortId(row.serviceId)}</span>}
          </Cell>
        </>
      )}
    </tr>
  )
})

/** Several rows in which nothing happened, as one. */
export function FoldLine({ id, index, top, height, isActive, fold }: LineProps & { fold: Fold }) {
  const t = useTranslations('wire')
  const Chevron = fold.isOpen ? ChevronDown : ChevronRight
  return (
    <tr
      id={id}
      data-index={index}
      aria-rowindex={index + 2}
      style={{ top, height }}
      className={clsx(lineClass, 'flex items-center px-3 text-sm text-muted', isActive && activeClass)}
    >
      <td colSpan={10} className="flex min-w-0 items-center gap-1.5">
        <Chevron aria-hidden size={14} className="shrink-0" />
        <span className="truncate">{foldWords(t, fold.parts)}</span>
        <span className="sr-only">, {fold.isOpen ? t('fold.open') : t('fold.closed')}</span>
      </td>
    </tr>
  )
}

interface CellProps {
  /** It has one only while the keyboard stands on it. */
  id: string | undefined
  className?: string
  children?: ReactNode
}

function Cell({ id, className, children }: CellProps) {
  return (
    <td
      id={id}
      className={clsx(
        'min-w-0 truncate',
        id && 'rounded-sm outline-1 outline-offset-2 outline-text',
        className,
      )}
    >
      {children}
    </td>
  )
}

/** What nobody asked for in so many words: a push, an event. */
const isOwnDoing = ({ kind }: TrafficSummary) => kind !== 'exchange' && kind !== 'frame'

function statusClass(row: TrafficSummary): string {
  if (isError(row)) return 'font-semibold text-danger'
  if (row.status === null) return ''
  return row.status < 300 ? 'text-success' : 'text-muted'
}
