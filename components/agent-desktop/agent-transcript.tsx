'use client'

import { clsx } from 'clsx'
import { useEffect, useRef } from 'react'
import type { ChatJson, EntryJson } from '../../server/tester/contract.ts'
import { TimeOfDay } from '../ui/relative-time.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { linesOf, typingIn } from './transcript-lines.ts'

const nearEndPixels = 40

interface AgentTranscriptProps {
  chat: ChatJson
  /** Whose desktop it is: their lines stand on the right. */
  agentName: string
  /** When they left it (ISO 8601); null: they are in it. */
  leftAt: string | null
  label: string
}

/** What was said, and who came and went. It follows the newest line while the reader is at the end. */
export function AgentTranscript({ chat, agentName, leftAt, label }: AgentTranscriptProps) {
  const region = useRef<HTMLElement>(null)
  const isAtEnd = useRef(true)
  const lines = linesOf(chat, leftAt)
  const typing = leftAt === null ? typingIn(chat, agentName) : []
  const shown = lines.length + typing.length
  useEffect(() => {
    // Once for each line that is shown, whichever it is.
    if (shown > 0 && region.current && isAtEnd.current) region.current.scrollTop = region.current.scrollHeight
  }, [shown])
  return (
    <ScrollRegion
      ref={region}
      label={label}
      role="log"
      className="flex max-h-[50vh] min-h-32 flex-1 flex-col gap-2 overflow-y-auto p-3 focus-visible:-outline-offset-2"
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < nearEndPixels
      }}
    >
      {lines.length === 0 && <p className="m-auto text-sm text-muted">Nothing has been said yet.</p>}
      {lines.map((entry) => (
        <Line
          key={entry.index}
          entry={entry}
          isOwn={entry.party === 'AGENT' && entry.nickname === agentName}
        />
      ))}
      {typing.length > 0 && <p className="text-sm text-muted italic">{typing.join(' and ')} is typing…</p>}
    </ScrollRegion>
  )
}

function Line({ entry, isOwn }: { entry: EntryJson; isOwn: boolean }) {
  if (entry.type !== 'text')
    return (
      <p className="self-center text-center text-xs text-muted">
        {entry.nickname} {entry.text || (entry.type === 'joined' ? 'has joined' : 'has left')} ·{' '}
        <TimeOfDay at={entry.at} />
      </p>
    )
  return (
    <div
      className={clsx(
        'flex max-w-[85%] flex-col gap-0.5',
        isOwn ? 'items-end self-end' : 'items-start self-start',
      )}
    >
      <p className="text-xs text-muted">
        {entry.nickname} · <TimeOfDay at={entry.at} />
      </p>
      <p
        className={clsx(
          'rounded-xl px-3 py-1.5 break-words whitespace-pre-wrap',
          isOwn ? 'rounded-tr-sm' : 'rounded-tl-sm',
          entry.party === 'CLIENT' ? 'bg-lane-customer-soft' : 'bg-lane-agent-soft',
        )}
      >
        {entry.text}
      </p>
    </div>
  )
}
