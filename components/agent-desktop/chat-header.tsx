'use client'

import { useTranslations } from 'use-intl'
import type { ChatJson, InteractionJson } from '../../server/tester/contract.ts'
import { Badge } from '../ui/badge.tsx'
import { ChatTimers } from './chat-timers.tsx'
import { customerNameOf, endingOf, subjectOf } from './interactions.ts'

/** With whom the chat is, what about, how it stands and for how long. */
export function ChatHeader({ interaction, chat }: { interaction: InteractionJson; chat: ChatJson | null }) {
  const t = useTranslations('agent')
  const subject = subjectOf(interaction)
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1 px-3 pt-3 pb-1">
      <h3 className="min-w-0 font-semibold break-words">{customerNameOf(interaction)}</h3>
      {subject && <span className="min-w-0 text-sm break-words text-muted">{subject}</span>}
      <span className="ml-auto">
        {interaction.state === 'active' ? (
          <Badge tone="agent">{t('inChat')}</Badge>
        ) : (
          <Badge>{t('endedBy', { how: t(`endings.${endingOf(interaction)}`) })}</Badge>
        )}
      </span>
      <span className="basis-full">
        <ChatTimers interaction={interaction} chat={chat} />
      </span>
    </header>
  )
}
