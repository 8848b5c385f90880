'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown } from 'lucide-react'
import { useTranslations } from 'use-intl'
import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import type { TrafficSummary } from '../../server/tester/contract.ts'
import { useCustomerStore } from '../customer/customer-store.ts'
import { usePressed } from '../pressed.ts'
import { selectSession } from '../select-session.ts'
import { useRowHeight } from '../row-air.ts'
import { Button } from '../ui/button.tsx'
import { useFit } from '../ui/use-fit.ts'
import { useFollowing } from './use-following.ts'
import { usePageRows } from './use-page-rows.ts'
import { useSteadyLines } from './use-steady-lines.ts'
import { useOpenedRow } from './wire-address.tsx'
import { indexOfLine, rowKey, rowOf, type WireLine } from './wire-lines.ts'
import {
  ColumnHeads,
  FoldLine,
  RowLine,
  cellId,
  columnsOf,
  leastRowHeight,
  rowWidths,
  type Column,
} from './wire-row.tsx'
import { useWireKeys } from './wire-keys.ts'
import type { WireQuery } from './wire-query.ts'
import { useWireStore } from './wire-store.ts'
import { isWireWindowOpen } from './wire-windows-store.ts'

/** Lines drawn above and below what is seen, so that a fast scroll meets none that is missing. */
const overscan = 6

interface WireGridProps {
  lines: readonly WireLine[]
  /** The rows that make them. */
  rows: readonly TrafficSummary[]
  /** The number of the newest row, looked for or not. */
  newest: number
  query: WireQuery
}

/**
 * The lines of the wire, the newest at the bottom. It follows what comes in until the reader scrolls up. One stop of
 * the Tab key: arrows move from row to row and, within one, from cell to cell; Enter opens, Escape closes, letters act
 * on the row.
 */
export function WireGrid({ lines, rows, newest, query }: WireGridProps) {
  const t = useTranslations('wire')
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const { active, activate, activateRow, toggleFold } = useWireStore()
  const { opened, open } = useOpenedRow()
  const height = useRowHeight(leastRowHeight)
  const fit = useFit(scroller, rowWidths)
  const { isFollowing, unseen, look, follow, stay } = useFollowing(rows, newest, height)
  const activeIndex = useMemo(() => indexOfLine(lines, active), [lines, active])
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan,
    // The head row stands before the lines, and stays over them.
    scrollMargin: height,
    scrollPaddingStart: height,
  })
  const customers = useCustomerStore((store) => store.customers)
  // The column that the reader has walked into; null: rows are read as a whole.
  const [column, setColumn] = useState<Column | null>(null)
  const letters = useMemo(() => new Map(customers.map(({ user, letter }) => [user, letter])), [customers])
  const fresh = usePressed((store) => store.row)
  // Whoever follows sees the newest: they are drawn before the browser has scrolled there, and not once more then.
  const seenHeight = virtualizer.scrollRect?.height ?? 0
  const seenCount = Math.ceil(seenHeight / height)
  const drawnMost = useSteadyMost(seenCount > 0 ? seenCount + overscan : 0)
  const drawn = isFollowing
    ? lastIndexes(lines.length, drawnMost)
    : virtualizer.getVirtualItems().map(({ index }) => index)
  const isDown = useRef(false)
  const pageRows = usePageRows({
    lines,
    indexes: drawn,
    followed: isFollowing ? drawnMost : null,
    isHeld: () => isDown.current || isMoving(scroller.current?.querySelector('.row-fresh')),
  })

  useSteadyLines({ lines, query, isFollowing, height, virtualizer })
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, height])
  const total = virtualizer.getTotalSize()
  useLayoutEffect(() => {
    // More than there is to scroll: the browser stops at the end. A grid that has become lower is not scrolled by it.
    if (isFollowing && scroller.current) scroller.current.scrollTop = total
  }, [isFollowing, total, seenHeight])

  const openedIndex = useMemo(
    () => indexOfLine(lines, opened === null ? null : rowKey(opened)),
    [lines, opened],
  )
  const isOpenedThere = openedIndex >= 0
  const showOpened = useEffectEvent(() => {
    if (opened === null || !isOpenedThere) return
    activateRow(opened)
    stay()
    virtualizer.scrollToIndex(openedIndex)
  })
  // A row may be opened from elsewhere: by its address, as the cause of another one, as a repetition.
  useEffect(() => showOpened(), [opened, isOpenedThere])

  const moveTo = (wanted: number) => {
    const index = Math.max(0, Math.min(lines.length - 1, wanted))
    const line = lines[index]
    if (!line) return
    activate(line)
    const row = rowOf(line)
    if (opened !== null && row) open(row.number)
    virtualizer.scrollToIndex(index)
  }
  /** To the cell beside; before the first one stands the row as a whole. */
  const moveAcross = (by: -1 | 1) => {
    const there = columnsOf(fit)
    const index = column === null ? -1 : there.indexOf(column)
    setColumn(there[Math.min(index + by, there.length - 1)] ?? null)
  }
  const press = (line: WireLine) => {
    activate(line)
    // What is read must not be carried away by what comes in.
    stay()
    if (line.kind === 'fold') toggleFold(line)
    else {
      const row = rowOf(line)
      if (!row) return
      open(row.number)
      // The whole page is about whose row it is.
      if (row.serviceId !== null) selectSession(row.serviceId)
    }
  }
  const lineAt = ({ target }: MouseEvent): WireLine | undefined => {
    const row = target instanceof Element ? target.closest<HTMLElement>('tr[data-index]') : null
    return row ? lines[Number(row.dataset.index)] : undefined
  }
  // Rows move up while the reader presses: what was under the pointer then is meant.
  const aimedAt = useRef<Aim | undefined>(undefined)
  const onPointerDown = (event: MouseEvent) => {
    aimedAt.current = { line: lineAt(event), x: event.clientX, y: event.clientY }
    isDown.current = true
    const release = new AbortController()
    const onUp = () => {
      isDown.current = false
      release.abort()
    }
    // Wherever that is.
    for (const end of ['pointerup', 'pointercancel'])
      window.addEventListener(end, onUp, { signal: release.signal })
  }
  const onClick = (event: MouseEvent) => {
    const aim = aimedAt.current
    aimedAt.current = undefined
    setColumn(null)
    const line = aim && isWhereItWas(aim, event) ? aim.line : lineAt(event)
    if (line) press(line)
  }
  const actOnKey = useWireKeys({
    goTo: open,
    toggleFollow: () => (isFollowing ? stay() : follow()),
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (isWireWindowOpen()) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 2)
    const here = activeIndex < 0 ? lines.length : activeIndex
    const moves: Record<string, number> = {
      ArrowUp: here - 1,
      ArrowDown: here + 1,
      PageUp: here - page,
      PageDown: here + page,
      Home: 0,
      End: lines.length - 1,
    }
    const target = moves[event.key]
    const line = lines[activeIndex]
    if (target !== undefined) moveTo(target)
    else if (isAcross(event)) {
      if (!rowOf(line)) return
      moveAcross(event.key === 'ArrowLeft' ? -1 : 1)
    } else if (event.key === 'Enter' && line) press(line)
    else if (event.key === 'Escape' && opened !== null) open(null)
    else if (!actOnKey(event, line, (by) => moveTo(here + by))) return
    event.preventDefault()
  }

  const activeId = drawn.includes(activeIndex) ? `${id}-${activeIndex}` : undefined
  // A fold has no cells, and a narrow grid not all of them.
  const hasCell =
    column !== null && columnsOf(fit).includes(column) && rowOf(lines[activeIndex]) !== undefined
  const activeColumn = hasCell ? column : null
  // A table whose rows can be walked through and opened: in ARIA's words a grid, and one stop of the Tab key.
  const grid = {
    role: 'grid',
    tabIndex: 0,
    'aria-label': t('gridLabel'),
    'aria-rowcount': lines.length + 1,
    'aria-activedescendant': activeId !== undefined && activeColumn !== null ? cellId(activeId) : activeId,
    onKeyDown,
    onPointerDown,
    onClick,
  }
  return (
    <div className={gridFrame}>
      <div
        ref={scroller}
        onScroll={(event) => look(event.currentTarget)}
        className="min-h-0 flex-1 overflow-y-auto"
      >
        <table {...grid} className="block min-h-full outline-none">
          <ColumnHeads height={height} fit={fit} />
          <tbody className="relative block" style={{ height: total }}>
            {pageRows.map(({ key, index }) => {
              const line = lines[index]
              if (!line) return null
              const common = {
                id: `${id}-${index}`,
                index,
                top: index * height,
                height,
                isActive: index === activeIndex,
              }
              if (line.kind === 'fold') return <FoldLine key={key} {...common} fold={line} />
              const isUnfolded = line.kind === 'unfolded'
              const row = isUnfolded ? line.row : line
              return (
                <RowLine
                  key={key}
                  {...common}
                  row={row}
                  before={rowOf(lines[index - 1])?.at ?? null}
                  letters={letters}
                  fit={fit}
                  activeColumn={index === activeIndex ? activeColumn : null}
                  isUnfolded={isUnfolded}
                  isOpened={row.number === opened}
                  isFresh={row.number === fresh}
                />
              )
            })}
          </tbody>
        </table>
      </div>
      {/* Its height is kept: over the rows it would hide the lowest, and coming and going it would move them. */}
      <div className="flex h-8 shrink-0 items-center justify-between gap-2 border-t px-3">
        <p className="text-xs text-muted tabular-nums">
          {activeIndex >= 0 && t('rowOf', { row: activeIndex + 1, total: lines.length })}
        </p>
        {!isFollowing && (
          <Button size="small" onClick={follow}>
            {unseen > 0 ? t('newRows', { count: unseen }) : t('toNewest')}
            <ArrowDown aria-hidden size={14} />
          </Button>
        )}
      </div>
    </div>
  )
}

const isMoving = (element: Element | null | undefined): boolean => (element?.getAnimations().length ?? 0) > 0

/** Where the pointer went down, and on what. */
interface Aim {
  line: WireLine | undefined
  x: number
  y: number
}

/** A hand that presses moves by less than this, in px; one that marks text by more. */
const steadyHand = 5

const isWhereItWas = ({ x, y }: Aim, { clientX, clientY }: MouseEvent): boolean =>
  Math.hypot(clientX - x, clientY - y) < steadyHand

/** With Alt or ⌘, the arrows are the browser's: back and forward. */
const isAcross = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  (key === 'ArrowLeft' || key === 'ArrowRight') && !altKey && !ctrlKey && !metaKey

/** The indexes of the last lines, so many at most. */
function lastIndexes(count: number, most: number): number[] {
  const first = Math.max(0, count - most)
  return Array.from({ length: count - first }, (_, place) => first + place)
}

/** The grid may become lower by so many lines, and draws no fewer. */
const spareLines = 3

/** How many lines to draw, of which so many are wanted: none is drawn anew for a line that comes above the grid. */
function useSteadyMost(wanted: number): number {
  const [most, setMost] = useState(wanted)
  if (wanted <= most && wanted >= most - spareLines) return most
  setMost(wanted)
  return wanted
}

// The grid is as long as its rows: the ring is drawn around the part of it that is seen.
const gridFrame =
  'relative flex min-h-0 flex-1 flex-col after:pointer-events-none after:absolute after:inset-0 after:z-20 ' +
  "has-[[role='grid']:focus-visible]:after:outline-2 after:-outline-offset-2 after:outline-text"
