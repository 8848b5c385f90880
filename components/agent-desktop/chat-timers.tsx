'use client'

import { useTranslations } from 'use-intl'
import type { ChatJson, InteractionJson } from '../../server/tester/contract.ts'
import { useCentreNow } from '../centre-now.ts'
import { duration } from '../ui/relative-time.tsx'
import { timersOf } from './timers.ts'

/** How long the chat has gone on, and since when nobody has said anything, by the contact centre's clock. */
export function ChatTimers({ interaction, chat }: { interaction: InteractionJson; chat: ChatJson | null }) {
  const t = useTranslations('agent.timers')
  const now = useCentreNow()
  const timers = now === null ? null : timersOf(interaction, chat, now)
  if (timers === null) return null
  return (
    <span className="flex flex-wrap gap-x-3 text-sm text-muted" role="timer" aria-live="off">
      <span className="whitespace-nowrap tabular-nums">{t('total', { time: duration(timers.total) })}</span>
      <span className="whitespace-nowrap tabular-nums">
        {t('sinceText', { time: duration(timers.sinceText) })}
      </span>
    </span>
  )
}
