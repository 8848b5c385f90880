'use client'

import { SearchX } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { useCallbackLookup } from '../customer/use-selected-callback.ts'
import { observedName } from '../customer-name.ts'
import { MakeReady } from '../make-ready.tsx'
import { Timeline } from '../timeline.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Loading } from '../ui/loading.tsx'
import { useUiStore } from '../ui-store.ts'
import { useIsNextStep } from '../use-next-step.ts'
import { useSayReason } from '../use-say-reason.ts'
import { ClientTurn } from './client-turn.tsx'

/** A callback that a client of the reader's own has started: how it goes, and what that client has to do next. */
export function ObservedView({ serviceId }: { serviceId: string }) {
  const t = useTranslations('observed')
  const { callback, error, retry } = useCallbackLookup(serviceId)
  if (error) return <ErrorState title={t('unreadable')} error={error} onRetry={retry} />
  if (callback === undefined) return <Loading what={t('lookingUp')} />
  if (callback === null) return <Unknown serviceId={serviceId} />
  return (
    <div className="flex flex-col gap-4 p-3">
      <Head callback={callback} />
      <Turn callback={callback} />
      <section aria-labelledby="observed-timeline" className="flex flex-col gap-2">
        <h4 id="observed-timeline" className="text-sm font-semibold">
          {t('whatHasHappened')}
        </h4>
        <Timeline items={callback.timeline} />
      </section>
    </div>
  )
}

/** A link to a callback that is not here, or no more: it says so, and leads back. */
function Unknown({ serviceId }: { serviceId: string }) {
  const t = useTranslations('observed')
  const { selectedCustomer: letter, selectCustomer } = useUiStore()
  // The next step is then the one of nobody's callback, to start one: it begins at a customer.
  const nextStep = useIsNextStep('start-callback')
  return (
    <div className="flex flex-col items-start gap-3 p-3">
      <div className="flex items-start gap-3">
        <SearchX aria-hidden size={18} className="mt-0.5 shrink-0 text-muted" />
        <div className="min-w-0">
          <h3 className="font-semibold">{t('unknownTitle')}</h3>
          <p className="text-sm">
            <code className="wrap-anywhere">{serviceId}</code>
          </p>
          <p className="text-sm text-muted">{t('unknownText')}</p>
        </div>
      </div>
      <Button variant="primary" nextStep={nextStep} onClick={() => selectCustomer(letter)}>
        {t('backToCustomer', { letter })}
      </Button>
    </div>
  )
}

function Head({ callback }: { callback: CallbackDetailJson }) {
  const t = useTranslations('observed')
  const { id, user, service, hasPush, state, reason } = callback
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="min-w-0 font-semibold break-words">{observedName(callback)}</h3>
        <Badge tone={hasPush ? 'success' : 'warn'}>{hasPush ? t('push') : t('polling')}</Badge>
        <code className="ml-auto">
          {state}
          {reason && ` ${reason}`}
        </code>
      </div>
      <p className="text-sm text-muted">{t('watchesOnly')}</p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 font-mono text-mono">
        {[
          ['gms_user', user ?? '–'],
          ['_id', id],
          [t('service'), service],
        ].map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Turn({ callback }: { callback: CallbackDetailJson }) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-md border bg-sunken p-3 *:max-w-full">
      <TurnOf callback={callback} />
    </div>
  )
}

function TurnOf({ callback }: { callback: CallbackDetailJson }) {
  const t = useTranslations('observed')
  const sayReason = useSayReason()
  switch (callback.step) {
    case 'requested':
    case 'waiting':
    case 'chat-created':
      return (
        <>
          <p className="font-medium">
            {callback.waitingPhrase === null ? t('atWork') : sayReason(callback.waitingPhrase)}
          </p>
          <MakeReady />
        </>
      )
    case 'agent-available':
      return <ClientTurn callback={callback} operation="connect" />
    case 'confirmed':
      return <ClientTurn callback={callback} operation="ixn/chat" />
    case 'talking':
      return <p>{t('talking')}</p>
    case 'done':
      return (
        <p>
          {callback.chat ? t('chatOver') : t('callbackOver')} {t('wireKept')}
        </p>
      )
  }
}
