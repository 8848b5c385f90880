'use client'

import { useTranslations } from 'use-intl'
import type { ChatJson } from '../../server/tester/contract.ts'
import { Transcript } from '../chat/transcript.tsx'
import { TimeOfDay } from '../ui/relative-time.tsx'
import { linesOf, typingIn, wordsOf } from './transcript-lines.ts'

interface AgentTranscriptProps {
  chat: ChatJson
  /** Whose desktop it is: their lines stand on the right. */
  agentName: string
  /** When they left it (ISO 8601); null: they are in it. */
  leftAt: string | null
  label: string
  fills: boolean
}

/** The chat as the agent's desktop has it. */
export function AgentTranscript({ chat, agentName, leftAt, label, fills }: AgentTranscriptProps) {
  const t = useTranslations('chat')
  return (
    <Transcript
      label={label}
      fills={fills}
      typing={leftAt === null ? typingIn(chat, agentName) : []}
      lines={linesOf(chat, leftAt).map((entry) => ({
        index: entry.index,
        kind: entry.type === 'text' ? 'text' : 'notice',
        nickname: entry.nickname,
        text: wordsOf(entry, t),
        when: <TimeOfDay at={entry.at} />,
        isCustomer: entry.party === 'CLIENT',
        isOwn: entry.party === 'AGENT' && entry.nickname === agentName,
      }))}
    />
  )
}
