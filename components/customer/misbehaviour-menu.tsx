'use client'

import { BookCheck, CircleHelp } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { clockRequest } from '../clock-queries.ts'
import { paths } from '../../server/gms/contract.ts'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { Failure } from '../failure.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { CodeBlock } from '../ui/code-block.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { useDrawEvent } from '../use-say-event.ts'
import type { Customer, StartedCustomer } from './customer-store.ts'
import { useMisbehave } from './misbehave.ts'
import { isDocumented, misbehaviours, verdictOf, type Misbehaviour, type Misdeed } from './misbehaviour.ts'
import { serviceName } from './customer-actions.ts'

interface MisbehaviourMenuProps {
  customer: Customer
  started: StartedCustomer
  callback: CallbackDetailJson
}

/** What a customer or an app can do wrong, one press each, and what GMS answers. */
export function MisbehaviourMenu({ customer, started, callback }: MisbehaviourMenuProps) {
  const t = useTranslations('customer.misbehave')
  const act = useMisbehave(callback.id)
  const doWrong = (kind: Misbehaviour) => act.mutate({ kind, started })
  const tried = act.variables?.kind ?? null
  return (
    <Disclosure summary={t('title')} isOpenAtFirst={tried !== null}>
      <div className="flex flex-col gap-3 rounded-md border p-3">
        <p className="text-sm text-muted">{t('hint')}</p>
        <ul className="grid gap-x-3 gap-y-2 medium:grid-cols-2">
          {misbehaviours.map((kind) => (
            <li key={kind} className="flex min-w-0 flex-col gap-0.5">
              <Button
                size="small"
                isWide
                isBusy={act.isPending && tried === kind}
                disabledReason={reasonAgainst(kind, customer, callback, t)}
                request={requestOf(kind, callback)}
                onClick={() => !act.isPending && doWrong(kind)}
              >
                {t(`kinds.${kind}`)}
              </Button>
              <p className="text-xs text-muted">{t(`what.${kind}`)}</p>
            </li>
          ))}
        </ul>
        {act.error && tried && (
          <Failure
            what={t(`kinds.${tried}`)}
            error={act.error}
            isKept={act.isKept}
            onRetry={() => doWrong(tried)}
          />
        )}
        <output className="block empty:hidden">{act.data && <Result misdeed={act.data} />}</output>
      </div>
    </Disclosure>
  )
}

function reasonAgainst(
  kind: Misbehaviour,
  { isAppClosed }: Customer,
  { step }: CallbackDetailJson,
  t: ReturnType<typeof useTranslations<'customer.misbehave'>>,
): string | null {
  switch (kind) {
    case 'never-confirm':
    case 'confirm-late':
      return step === 'agent-available' ? null : t('notAnnounced')
    case 'abandon':
      return step === 'done' ? t('isOver') : null
    case 'close-app':
      return isAppClosed ? t('isClosed') : null
    default:
      return null
  }
}

function requestOf(kind: Misbehaviour, { chat, id }: CallbackDetailJson): string {
  switch (kind) {
    case 'never-confirm':
      return clockRequest
    case 'confirm-late':
      return `${clockRequest}, POST …/connect`
    case 'double-connect':
      return '2 × POST …/connect'
    case 'abandon':
      return chat ? 'POST …/ixn/chat/disconnect' : `DELETE ${paths.start(serviceName)}/${id}`
    case 'close-app':
      return '/meta/disconnect'
    case 'wrong-id':
      return 'POST …/connect'
    case 'stale-session':
      return 'POST /genesys/cometd'
  }
}

function Result({ misdeed }: { misdeed: Misdeed }) {
  const t = useTranslations('customer.misbehave')
  const draw = useDrawEvent()
  const verdict = verdictOf(misdeed)
  const isKnown = isDocumented(verdict)
  return (
    <section aria-label={t('result')} className="flex flex-col gap-2 border-t pt-3">
      <div className="flex flex-wrap items-center gap-2">
        <h4 className="text-sm font-semibold">{t(`kinds.${misdeed.kind}`)}</h4>
        <Badge
          tone={isKnown ? 'success' : 'warn'}
          icon={isKnown ? <BookCheck aria-hidden size={12} /> : <CircleHelp aria-hidden size={12} />}
        >
          {isKnown ? t('documented') : t('undocumented')}
        </Badge>
      </div>
      <p className="text-sm">{t(`verdicts.${verdict}`)}</p>
      {misdeed.attempts.map(({ request, status, body }, index) => (
        <div key={index} className="flex min-w-0 flex-col gap-1">
          <p className="text-sm">
            <code className="wrap-anywhere">{request}</code> <span className="font-medium">{status}</span>
          </p>
          <CodeBlock label={t('answer', { number: index + 1 })} text={body === '' ? t('noBody') : body} />
        </div>
      ))}
      {misdeed.events.length > 0 && (
        <ul className="flex list-disc flex-col gap-0.5 pl-5 text-sm">
          {misdeed.events.map((phrase, index) => (
            <li key={index}>{draw(phrase)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
