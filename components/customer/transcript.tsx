'use client'

import { clsx } from 'clsx'
import { useEffect, useRef } from 'react'
import { duration } from '../ui/relative-time.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { typingNow, type ChatLine } from './received.ts'

const stuckWithinPixels = 40

/** The lines as the device has received them. It follows the newest while the reader is at the end. */
export function Transcript({ lines, label }: { lines: readonly ChatLine[]; label: string }) {
  const ref = useRef<HTMLElement>(null)
  const isAtEnd = useRef(true)
  const typing = typingNow(lines)
  const shown = lines.filter(({ type }) => !type.startsWith('Notice.Typing'))
  const isTyping = typing.length > 0
  useEffect(() => {
    const region = ref.current
    if (region && isAtEnd.current) region.scrollTop = region.scrollHeight
  })
  return (
    <ScrollRegion
      ref={ref}
      label={label}
      role="log"
      className="flex max-h-[60vh] min-h-40 flex-1 flex-col gap-2 overflow-y-auto p-3 focus-visible:-outline-offset-2"
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < stuckWithinPixels
      }}
    >
      {shown.length === 0 && <p className="m-auto text-sm text-muted">Nothing has been said yet.</p>}
      {shown.map((line) => (
        <Line key={line.index} line={line} />
      ))}
      {isTyping && <p className="text-sm text-muted italic">{typing.join(' and ')} is typing…</p>}
    </ScrollRegion>
  )
}

function Line({ line: { type, nickname, text, seconds, party } }: { line: ChatLine }) {
  if (type !== 'Message.Text')
    return (
      <p className="self-center text-center text-xs text-muted">
        {nickname} {text} · <span className="tabular-nums">{duration(seconds)}</span>
      </p>
    )
  const isOwn = party === 'CLIENT'
  return (
    <div
      className={clsx(
        'flex max-w-[85%] flex-col gap-0.5',
        isOwn ? 'items-end self-end' : 'items-start self-start',
      )}
    >
      <p className="text-xs text-muted">
        {nickname} · <span className="tabular-nums">{duration(seconds)}</span>
      </p>
      <p
        className={clsx(
          'rounded-xl border px-3 py-1.5 break-words whitespace-pre-wrap',
          isOwn
            ? 'rounded-tr-sm border-transparent bg-lane-customer-soft'
            : 'rounded-tl-sm border-transparent bg-lane-agent-soft',
        )}
      >
        {text}
      </p>
    </div>
  )
}
