'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown } from 'lucide-react'
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { useCustomerStore } from '../customer/customer-store.ts'
import { selectSession } from '../select-session.ts'
import { Button } from '../ui/button.tsx'
import { laneLetter } from './traffic-row.ts'
import { lineKey, type WireLine } from './wire-lines.ts'
import { ColumnHeads, FoldLine, RowLine, rowHeight } from './wire-row.tsx'
import { useWireStore } from './wire-store.ts'

/** A scroll position this near to the end counts as the end. */
const nearEnd = rowHeight
/** Lines drawn above and below what is seen, so that a fast scroll meets none that is missing. */
const overscan = 12

/**
 * The lines of the wire, the newest at the bottom. It follows what comes in until the reader scrolls up. One stop of
 * the Tab key: arrows move, Enter opens, Escape closes.
 */
export function WireGrid({ lines, newest }: { lines: readonly WireLine[]; newest: number }) {
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const { active, opened, activate, open, toggleFold } = useWireStore()
  const { isFollowing, unseen, look, follow, stay } = useFollowing(newest)
  const activeIndex = lines.findIndex((line) => lineKey(line) === active)
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    // The head row stands before the lines, and stays over them.
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
  })
  const customers = useCustomerStore((store) => store.customers)
  const letters = new Map(customers.map(({ user, letter }) => [user, letter]))
  const drawn = virtualizer.getVirtualItems()

  const height = virtualizer.getTotalSize()
  useLayoutEffect(() => {
    // More than there is to scroll: the browser stops at the end.
    if (isFollowing && scroller.current) scroller.current.scrollTop = height
  }, [isFollowing, height])

  const moveTo = (wanted: number) => {
    const index = Math.max(0, Math.min(lines.length - 1, wanted))
    const line = lines[index]
    if (!line) return
    activate(line)
    virtualizer.scrollToIndex(index)
  }
  const press = (line: WireLine) => {
    activate(line)
    // What is read must not be carried away by what comes in.
    stay()
    if (line.kind === 'fold') toggleFold(line.first)
    else {
      open(line.row.number)
      // The whole page is about whose row it is.
      if (line.row.serviceId !== null) selectSession(line.row.serviceId)
    }
  }
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-index]') : null
    const line = row && lines[Number(row.dataset.index)]
    if (line) press(line)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
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
    else if (event.key === 'Enter' && line) press(line)
    else if (event.key === 'Escape' && opened !== null) open(null)
    else return
    event.preventDefault()
  }

  const isActiveDrawn = drawn.some(({ index }) => index === activeIndex)
  // A table whose rows can be walked through and opened: in ARIA's words a grid, and one stop of the Tab key.
  const grid = {
    role: 'grid',
    tabIndex: 0,
    'aria-label': 'Traffic, the newest last',
    'aria-rowcount': lines.length + 1,
    'aria-activedescendant': isActiveDrawn ? `${id}-${activeIndex}` : undefined,
    onKeyDown,
    onClick,
  }
  return (
    <div className={gridFrame}>
      <div
        ref={scroller}
        onScroll={(event) => look(event.currentTarget)}
        className="@container min-h-0 flex-1 overflow-y-auto"
      >
        <table {...grid} className="block min-h-full outline-none">
          <ColumnHeads />
          <tbody className="relative block" style={{ height }}>
            {drawn.map(({ index, start }) => {
              const line = lines[index]
              if (!line) return null
              const common = {
                id: `${id}-${index}`,
                index,
                top: start - rowHeight,
                isActive: index === activeIndex,
              }
              return line.kind === 'fold' ? (
                <FoldLine key={lineKey(line)} {...common} fold={line} />
              ) : (
                <RowLine
                  key={lineKey(line)}
                  {...common}
                  row={line.row}
                  letter={laneLetter(line.row, letters)}
                  isUnfolded={line.isUnfolded}
                  isOpened={line.row.number === opened}
                />
              )
            })}
          </tbody>
        </table>
      </div>
      {!isFollowing && (
        <div className="absolute right-4 bottom-2 z-30">
          <Button size="small" onClick={follow}>
            {unseen > 0 ? `${unseen} new` : 'To the newest'}
            <ArrowDown aria-hidden size={14} />
          </Button>
        </div>
      )}
    </div>
  )
}

// The grid is as long as its rows: the ring is drawn around the part of it that is seen.
const gridFrame =
  'relative flex min-h-0 flex-1 flex-col after:pointer-events-none after:absolute after:inset-0 after:z-20 ' +
  "has-[[role='grid']:focus-visible]:after:outline-2 after:-outline-offset-2 after:outline-text"

/** Follows the newest row while the reader stands at the end; counts what came since they left it. */
function useFollowing(newest: number) {
  const [isFollowing, setFollowing] = useState(true)
  const [seen, setSeen] = useState(newest)
  return {
    isFollowing,
    unseen: Math.max(0, newest - seen),
    follow: () => setFollowing(true),
    stay: () => {
      if (isFollowing) setSeen(newest)
      setFollowing(false)
    },
    look: ({ scrollHeight, scrollTop, clientHeight }: HTMLElement) => {
      const isAtEnd = scrollHeight - scrollTop - clientHeight < nearEnd
      if (isFollowing && !isAtEnd) setSeen(newest)
      setFollowing(isAtEnd)
    },
  }
}
