'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown } from 'lucide-react'
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '../ui/button.tsx'
import { ColumnHeads, FoldLine, RowLine, rowHeight } from './wire-row.tsx'
import { lineKey, type WireLine } from './wire-lines.ts'
import { useWireStore } from './wire-store.ts'

/** A scroll position this near to the end counts as the end. */
const nearEnd = rowHeight

/**
 * The lines of the wire, the newest at the bottom. It follows what comes in until the reader scrolls up. One stop of
 * the Tab key: arrows move, Enter opens, Escape closes.
 */
export function WireGrid({ lines, newest }: { lines: readonly WireLine[]; newest: number }) {
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const { active, opened, activate, open, toggleFold } = useWireStore()
  const { isFollowing, unseen, onScroll, follow } = useFollowing(newest)

  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
    getItemKey: (index) => {
      const line = lines[index]
      return line ? lineKey(line) : index
    },
    useFlushSync: false,
  })

  useLayoutEffect(() => {
    if (isFollowing && lines.length > 0) virtualizer.scrollToIndex(lines.length - 1, { align: 'end' })
  }, [isFollowing, lines, virtualizer])

  const activeIndex = lines.findIndex((line) => lineKey(line) === active)
  const moveTo = (index: number) => {
    const line = lines[Math.max(0, Math.min(lines.length - 1, index))]
    if (!line) return
    activate(line)
    virtualizer.scrollToIndex(lines.indexOf(line))
  }
  const press = (line: WireLine) => (line.kind === 'fold' ? toggleFold(line.first) : open(line.row.number))
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const from = activeIndex < 0 ? lines.length : activeIndex
    const moves: Record<string, number> = {
      ArrowUp: from - 1,
      ArrowDown: activeIndex < 0 ? lines.length - 1 : from + 1,
      PageUp: from - page,
      PageDown: from + page,
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

  const virtualRows = virtualizer.getVirtualItems()
  const isActiveDrawn = virtualRows.some(({ index }) => index === activeIndex)
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        role="grid"
        aria-label="Traffic, the newest last"
        aria-rowcount={lines.length + 1}
        aria-activedescendant={isActiveDrawn ? `${id}-${activeIndex}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={onScroll}
        className="@container min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2"
      >
        <ColumnHeads />
        <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualRows.map(({ index, key, start }) => {
            const line = lines[index]
            if (!line) return null
            const common = {
              id: `${id}-${index}`,
              rowIndex: index + 2,
              top: start,
              isActive: index === activeIndex,
              onPress: () => {
                activate(line)
                press(line)
              },
            }
            return line.kind === 'fold' ? (
              <FoldLine key={key} {...common} fold={line} />
            ) : (
              <RowLine
                key={key}
                {...common}
                row={line.row}
                isUnfolded={line.isUnfolded}
                isOpened={line.row.number === opened}
              />
            )
          })}
        </div>
      </div>
      {!isFollowing && (
        <div className="absolute right-4 bottom-2">
          <Button size="small" onClick={follow}>
            {unseen > 0 ? `${unseen} new` : 'To the newest'}
            <ArrowDown aria-hidden size={14} />
          </Button>
        </div>
      )}
    </div>
  )
}

/** Follows the newest row while the reader stands at the end; counts what came since they left it. */
function useFollowing(newest: number) {
  const [isFollowing, setFollowing] = useState(true)
  const [seen, setSeen] = useState(newest)
  useEffect(() => {
    if (isFollowing) setSeen(newest)
  }, [isFollowing, newest])
  return {
    isFollowing,
    unseen: Math.max(0, newest - seen),
    follow: () => setFollowing(true),
    onScroll: (event: { currentTarget: HTMLElement }) => {
      const { scrollHeight, scrollTop, clientHeight } = event.currentTarget
      setFollowing(scrollHeight - scrollTop - clientHeight < nearEnd)
    },
  }
}
