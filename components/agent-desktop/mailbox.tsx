'use client'

import { RefreshCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { InteractionJson } from '../../server/tester/contract.ts'
import { useReason } from '../failure-reason.ts'
import { Button } from '../ui/button.tsx'
import { CodeBlock } from '../ui/code-block.tsx'
import { timeOfDay, RealTimeOfDay } from '../ui/relative-time.tsx'
import { Switch } from '../ui/switch.tsx'
import { decodeMailboxMessage } from './mailbox-item.ts'
import { fetchMailbox, mailboxEveryMillis } from './mailboxes.ts'
import { useMailboxStore } from './mailbox-store.ts'
import type { ReceivedItem } from './received-mail.ts'

/** What the customer's device has sent to this agent's desktop. There is no push to a desktop: it polls. */
export function Mailbox({ interaction: { serviceId, state } }: { interaction: InteractionJson }) {
  const t = useTranslations('agent.mailbox')
  const mailbox = useMailboxStore((store) => store.mailboxes[serviceId])
  const isPaused = useMailboxStore((store) => store.isPaused)
  const setPaused = useMailboxStore((store) => store.setPaused)
  const seen = useMailboxStore((store) => store.seen)
  const [isFetching, setFetching] = useState(false)
  const say = useReason()
  const problem = mailbox?.problem && say(mailbox.problem)
  const items = mailbox?.items ?? []
  const newest = items.at(-1)?.at
  const isOver = state === 'ended'
  const isPolling = !isOver && !isPaused
  useEffect(() => {
    if (newest !== undefined) seen(serviceId, newest)
  }, [newest, serviceId, seen])

  const fetchNow = async () => {
    setFetching(true)
    await fetchMailbox(serviceId)
    setFetching(false)
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <Switch
          label={t('poll', { seconds: mailboxEveryMillis / 1000 })}
          isOn={!isPaused}
          onChange={(isOn) => setPaused(!isOn)}
          hint={isOver ? t('byHand') : undefined}
          request="POST …/retrieve-agent-notifications"
        />
        <Button
          size="small"
          isBusy={isFetching}
          request="POST …/retrieve-agent-notifications"
          onClick={() => void fetchNow()}
        >
          {!isFetching && <RefreshCw aria-hidden size={14} />}
          {t('fetch')}
        </Button>
      </div>
      <div className="flex flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-1.5 text-xs text-muted">
          <code className="text-xs">POST …/retrieve-agent-notifications</code>
          {mailbox?.askedAt ? (
            <span className="tabular-nums">
              {t(isPolling ? 'last' : 'stoppedAfter', { time: timeOfDay(mailbox.askedAt) })}
              {' · '}
              {t('polls', { count: mailbox.polls })}
            </span>
          ) : (
            <span>{t('neverAsked')}</span>
          )}
        </p>
        {mailbox && isPolling && <Tick key={mailbox.polls} />}
      </div>
      {problem && (
        <p className="text-sm text-danger">
          {t.rich('failed', { problem: problem.words, count: mailbox.failures, api: problem.mark })}{' '}
          {isPolling ? t('triesAgain', { seconds: mailboxEveryMillis / 1000 }) : t('tryByHand')}
        </p>
      )}
      {items.length === 0 ? (
        <p className="text-sm text-muted">{t('nothing')}</p>
      ) : (
        <ul aria-label={t('fromDevice')} className="flex flex-col gap-2">
          {items.toReversed().map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ul>
      )}
    </div>
  )
}

/** Fills up until the next poll. */
function Tick() {
  return (
    <span aria-hidden className="block h-0.5 overflow-hidden rounded-full bg-line">
      <span
        className="poll-tick block h-full bg-lane-agent"
        style={{ animationDuration: `${mailboxEveryMillis}ms` }}
      />
    </span>
  )
}

function Item({ item }: { item: ReceivedItem }) {
  const t = useTranslations('agent.mailbox')
  const message = decodeMailboxMessage(item.message)
  return (
    <li className="flex flex-col gap-1 rounded-md border bg-lane-customer-soft p-2">
      <p className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 break-words">{message?._display_message ?? t('other')}</span>
        <RealTimeOfDay at={item.at} />
      </p>
      {message && <code className="text-xs wrap-anywhere text-muted">{message._internal_message}</code>}
      <p className="text-xs text-muted">{t('raw')}</p>
      <CodeBlock
        label={t('rawLabel')}
        text={JSON.stringify({ message: item.message, tag: item.tag }, null, 2)}
      />
    </li>
  )
}
