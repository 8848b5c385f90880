'use client'

import { MessageSquareDot } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { CustomerMessage } from '../../server/gms/contract.ts'
import { CodeBlock } from '../ui/code-block.tsx'
import { RealTimeOfDay } from '../ui/relative-time.tsx'
import { RawButton } from './raw-button.tsx'
import { isAvailable, type ReceivedNotice } from './received.ts'

type ReceivedMessage = ReceivedNotice & { content: CustomerMessage }

/** What agents have sent to the device beside the chat, the newest first. */
export function Notices({ notices }: { notices: readonly ReceivedNotice[] }) {
  const t = useTranslations('customer.notices')
  const messages = notices.flatMap(({ content, ...notice }) =>
    isAvailable(content) ? [] : [{ ...notice, content }],
  )
  if (messages.length === 0) return null
  return (
    <section aria-label={t('label')} className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold">{t('title')}</h3>
      <ul className="flex flex-col gap-2">
        {messages.toReversed().map((message) => (
          <Message key={message.id} message={message} />
        ))}
      </ul>
    </section>
  )
}

function Message({ message: { via, at, content } }: { message: ReceivedMessage }) {
  const t = useTranslations('customer.notices')
  const [isRaw, setIsRaw] = useState(false)
  const rawId = useId()
  return (
    <li className="flex flex-col gap-2 rounded-md border bg-lane-agent-soft p-2">
      <div className="flex items-start gap-2">
        <MessageSquareDot aria-hidden size={16} className="mt-0.5 shrink-0 text-lane-agent" />
        <div className="min-w-0 flex-1">
          <p dir="auto" className="break-words">
            {content._display_message}
          </p>
          <p className="flex flex-wrap gap-x-2 text-xs text-muted">
            {via === 'push' ? t('pushed') : t('polled')} <RealTimeOfDay at={at} />
          </p>
        </div>
        <RawButton label={t('raw')} isOpen={isRaw} controls={rawId} onToggle={() => setIsRaw(!isRaw)} />
      </div>
      {isRaw && (
        <div id={rawId}>
          <CodeBlock label={t('rawLabel')} text={JSON.stringify(content, null, 2)} />
        </div>
      )}
    </li>
  )
}
