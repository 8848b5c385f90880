'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useMemo } from 'react'
import type { TrafficDetail } from '../../server/tester/contract.ts'
import { Badge } from '../ui/badge.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { bayeuxMessagesOf, type BayeuxMessage } from './bayeux-messages.ts'
import { isReadOtherwise, jsonOf } from './json-text.ts'
import { JsonView, ReadOtherwise } from './json-view.tsx'

/** The Bayeux messages of a row, decoded, in the order in which they crossed the wire. */
export function DetailBayeux({ detail }: { detail: TrafficDetail }) {
  const t = useTranslations('wire.bayeux')
  const { requestBody, responseBody } = detail
  const isOther = useMemo(
    () => [requestBody, responseBody].some(isReadOtherwise),
    [requestBody, responseBody],
  )
  const messages = bayeuxMessagesOf(detail)
  if (messages === null || messages.length === 0) return <p className="text-sm text-muted">{t('none')}</p>
  return (
    <>
      <p className="text-sm text-muted">{t('count', { count: messages.length })}</p>
      {isOther && <ReadOtherwise />}
      <ol className="flex flex-col gap-3">
        {messages.map((message, index) => (
          <li key={index} className="flex min-w-0 flex-col gap-2 rounded-md border p-2">
            <Message message={message} number={index + 1} />
          </li>
        ))}
      </ol>
    </>
  )
}

function Message({ message, number }: { message: BayeuxMessage; number: number }) {
  const t = useTranslations('wire.bayeux')
  const Arrow = message.direction === 'sent' ? ArrowUp : ArrowDown
  const fields = (['id', 'clientId', 'subscription', 'advice', 'ack', 'error'] as const).filter(
    (name) => message[name] !== null,
  )
  return (
    <>
      <h4 className="flex flex-wrap items-center gap-2 text-sm">
        <code className="font-semibold wrap-anywhere">{message.channel}</code>
        <span className="inline-flex items-center gap-1 text-muted">
          <Arrow aria-hidden size={13} />
          {t(message.direction)}
        </span>
        {message.isSuccessful !== null && (
          <Badge tone={message.isSuccessful ? 'success' : 'danger'}>
            {message.isSuccessful ? t('successful') : t('unsuccessful')}
          </Badge>
        )}
      </h4>
      {fields.length > 0 && (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-sm">
          {fields.map((name) => (
            <div key={name} className="contents">
              <dt className="text-muted">{t(name)}</dt>
              <dd className="min-w-0 font-mono text-mono wrap-anywhere">{message[name]}</dd>
            </div>
          ))}
        </dl>
      )}
      {message.data !== undefined && <Json label={`${t('data')} ${number}`} value={message.data} />}
      <Disclosure summary={t('whole')}>
        <Json label={`${t('whole')} ${number}`} value={message.whole} />
      </Disclosure>
    </>
  )
}

function Json({ label, value }: { label: string; value: unknown }) {
  const t = useTranslations('wire.bayeux')
  const text = jsonOf(value)
  return text === null ? (
    <p className="text-sm text-muted">{t('tooDeep')}</p>
  ) : (
    <JsonView label={label} text={text} />
  )
}
