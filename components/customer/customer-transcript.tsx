'use client'

import { Transcript } from '../chat/transcript.tsx'
import { duration } from '../ui/relative-time.tsx'
import { typingNow, type ChatLine } from './received.ts'

/** The chat as the device has received it. */
export function CustomerTranscript({ lines, label }: { lines: readonly ChatLine[]; label: string }) {
  return (
    <Transcript
      label={label}
      typing={typingNow(lines)}
      lines={lines
        .filter(({ type }) => !type.startsWith('Notice.Typing'))
        .map(({ index, type, nickname, text, seconds, party }) => ({
          index,
          kind: type === 'Message.Text' ? 'text' : 'notice',
          nickname,
          text,
          when: <span className="tabular-nums">{duration(seconds)}</span>,
          isCustomer: party === 'CLIENT',
          isOwn: party === 'CLIENT',
        }))}
    />
  )
}
