'use client'

import { clsx } from 'clsx'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ScrollRegion } from '../ui/scroll-region.tsx'

/** A line of a chat as somebody reads it. */
export interface TranscriptLine {
  index: number
  /** `notice`: somebody came or went. */
  kind: 'text' | 'notice'
  nickname: string
  text: string
  when: ReactNode
  isCustomer: boolean
  /** The reader said it. */
  isOwn: boolean
}

interface TranscriptProps {
  label: string
  lines: readonly TranscriptLine[]
  /** Who else is typing now. */
  typing: readonly string[]
  /** It is as high as its place; else as high as its lines, up to half the window. */
  fills?: boolean
}

const nearEndPixels = 40

/** What was said, and who came and went. It follows the newest line while the reader is at the end. */
export function Transcript({ label, lines, typing, fills = false }: TranscriptProps) {
  const t = useTranslations('chat')
  const region = useRef<HTMLElement>(null)
  const isAtEnd = useRef(true)
  const newest = lines.at(-1)?.index ?? 0
  const shown = newest + typing.length
  useEffect(() => {
    // Once for each line that is shown, whichever it is.
    if (shown > 0 && region.current && isAtEnd.current) region.current.scrollTop = region.current.scrollHeight
  }, [shown])
  return (
    <ScrollRegion
      ref={region}
      label={label}
      role="log"
      className={clsx(
        'flex min-h-36 flex-1 flex-col gap-2 overflow-y-auto p-3 focus-visible:-outline-offset-2',
        !fills && 'max-h-most',
      )}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < nearEndPixels
      }}
    >
      {lines.length === 0 && <p className="m-auto text-sm text-muted">{t('nothingSaid')}</p>}
      {lines.map((line) =>
        line.kind === 'text' ? (
          <Said key={line.index} line={line} />
        ) : (
          <Notice key={line.index} line={line} />
        ),
      )}
      {typing.length > 0 && (
        <p className="text-sm text-muted italic">
          {t('typing', { names: typing.join(', '), count: typing.length })}
        </p>
      )}
    </ScrollRegion>
  )
}

/** Nobody is told what he has said or done himself. A log that was switched off and on would be read from its top. */
const liveOf = (isOwn: boolean) => (isOwn ? 'off' : undefined)

function Notice({ line: { nickname, text, when, isOwn } }: { line: TranscriptLine }) {
  return (
    <p aria-live={liveOf(isOwn)} className="self-center text-center text-xs text-muted">
      {nickname} {text} · {when}
    </p>
  )
}

function Said({ line: { nickname, text, when, isCustomer, isOwn } }: { line: TranscriptLine }) {
  return (
    <div
      aria-live={liveOf(isOwn)}
      className={clsx('flex max-w-17/20 flex-col gap-0.5', isOwn ? 'items-end self-end' : 'self-start')}
    >
      <p className="text-xs text-muted">
        {nickname} · {when}
      </p>
      <p
        className={clsx(
          'w-fit rounded-bubble px-3 py-1.5 break-words whitespace-pre-wrap',
          isOwn ? 'rounded-tr-sm' : 'rounded-tl-sm',
          isCustomer ? 'bg-lane-customer-soft' : 'bg-lane-agent-soft',
        )}
      >
        {text}
      </p>
    </div>
  )
}
