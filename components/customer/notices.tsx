'use client'

import { MessageSquareDot } from 'lucide-react'
import { CodeBlock } from '../ui/code-block.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { TimeOfDay } from '../ui/relative-time.tsx'
import { isAvailable, type ReceivedNotice } from './received.ts'

/** What agents have sent to the device beside the chat, the newest first. */
export function Notices({ notices }: { notices: readonly ReceivedNotice[] }) {
  const messages = notices.flatMap(({ content, ...notice }) =>
    isAvailable(content) ? [] : [{ ...notice, content }],
  )
  if (messages.length === 0) return null
  return (
    <section aria-label="Notifications from the agent" className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold">From the agent, to the device</h3>
      <ul className="flex flex-col gap-2">
        {messages.toReversed().map(({ id, via, at, content }) => (
          <li key={id} className="flex items-start gap-2 rounded-md border bg-lane-agent-soft p-2">
            <MessageSquareDot aria-hidden size={16} className="mt-0.5 shrink-0 text-lane-agent" />
            <div className="min-w-0 flex-1">
              <p className="break-words">{content._display_message}</p>
              <p className="flex flex-wrap gap-x-2 text-xs text-muted">
                {via === 'push' ? 'pushed' : 'polled'} <TimeOfDay at={new Date(at).toISOString()} />
              </p>
              <Disclosure summary="As received">
                <CodeBlock label="The notification, as received" text={JSON.stringify(content, null, 2)} />
              </Disclosure>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
