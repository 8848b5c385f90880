'use client'

import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import type { InteractionJson } from '../../server/tester/contract.ts'
import { Button } from '../ui/button.tsx'
import { CodeBlock } from '../ui/code-block.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { timeOfDay, TimeOfDay } from '../ui/relative-time.tsx'
import { Switch } from '../ui/switch.tsx'
import { decodeMailboxMessage } from './mailbox-item.ts'
import { fetchMailbox, mailboxEveryMillis } from './mailboxes.ts'
import { useMailboxStore } from './mailbox-store.ts'
import type { ReceivedItem } from './received-mail.ts'

/** What the customer's device has sent to this agent's desktop. There is no push to a desktop: it polls. */
export function Mailbox({ interaction: { serviceId, state } }: { interaction: InteractionJson }) {
  const mailbox = useMailboxStore((store) => store.mailboxes[serviceId])
  const isPaused = useMailboxStore((store) => store.isPaused)
  const setPaused = useMailboxStore((store) => store.setPaused)
  const [isFetching, setFetching] = useState(false)
  const items = mailbox?.items ?? []
  const isPolled = state !== 'ended' && !isPaused

  const fetchNow = async () => {
    setFetching(true)
    await fetchMailbox(serviceId)
    setFetching(false)
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <Switch
          label={`Poll every ${mailboxEveryMillis / 1000} s`}
          isOn={!isPaused}
          onChange={(isOn) => setPaused(!isOn)}
          hint={
            state === 'ended' ? 'This chat has ended, so its mailbox is fetched only by hand.' : undefined
          }
        />
        <Button
          size="small"
          isBusy={isFetching}
          request="POST …/retrieve-agent-notifications"
          onClick={() => void fetchNow()}
        >
          {!isFetching && <RefreshCw aria-hidden size={14} />}
          Fetch now
        </Button>
      </div>
      <p className="flex flex-wrap items-center gap-x-1.5 text-xs text-muted">
        <code className="text-xs">POST …/retrieve-agent-notifications</code>
        {mailbox?.askedAt ? (
          <span className="tabular-nums">
            {isPolled ? 'last' : 'stopped after'} {timeOfDay(mailbox.askedAt)}
          </span>
        ) : (
          <span>not asked yet</span>
        )}
      </p>
      {mailbox?.problem && <p className="text-sm text-danger">It could not be fetched: {mailbox.problem}</p>}
      {items.length === 0 ? (
        <p className="text-sm text-muted">Nothing has come from the device. Fetching empties the mailbox.</p>
      ) : (
        <ul aria-label="From the device" className="flex flex-col gap-2">
          {items.toReversed().map((item, index) => (
            <Item key={items.length - index} item={item} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Item({ item }: { item: ReceivedItem }) {
  const message = decodeMailboxMessage(item.message)
  return (
    <li className="flex flex-col gap-1 rounded-md border bg-lane-customer-soft p-2">
      <p className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 break-words">
          {message?._display_message ?? 'A message of another kind'}
        </span>
        <TimeOfDay at={new Date(item.at).toISOString()} />
      </p>
      {message && <code className="text-xs break-all text-muted">{message._internal_message}</code>}
      <Disclosure summary="As fetched: JSON inside JSON">
        <CodeBlock
          label="The item, as fetched"
          text={JSON.stringify({ message: item.message, tag: item.tag }, null, 2)}
        />
      </Disclosure>
    </li>
  )
}
