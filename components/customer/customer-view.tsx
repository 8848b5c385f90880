'use client'

import dynamic from 'next/dynamic'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { Timeline } from '../timeline.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Loading } from '../ui/loading.tsx'
import { AvailableBanner } from './available-banner.tsx'
import { Chat } from './chat.tsx'
import { ChatWaitingCard } from './chat-waiting-card.tsx'
import { ClosedCard } from './closed-card.tsx'
import { ConfirmedCard } from './confirmed-card.tsx'
import { startedOf, useCustomerStore, type Customer, type StartedCustomer } from './customer-store.ts'
import { MisbehaviourMenu } from './misbehaviour-menu.tsx'
import { Notices } from './notices.tsx'
import { NotifyAgent } from './notify-agent.tsx'
import { StartForm } from './start-form.tsx'
import { useCallbackLookup } from './use-selected-callback.ts'
import { WaitingCard } from './waiting-card.tsx'
import { loadAgain } from '../ui/load-again.ts'

const RecapCard = dynamic(
  () => loadAgain(() => import('./recap-card.tsx')).then((module) => module.RecapCard),
  { ssr: false },
)

/** One customer, drawn by where the callback stands. */
export function CustomerView({ customer }: { customer: Customer }) {
  const t = useTranslations('customer')
  const { session } = customer
  const started = startedOf(customer)
  const { callback, error, retry } = useCallbackLookup(session?.serviceId ?? null)
  if (error) return <ErrorState title={t('unreadable')} error={error} onRetry={retry} />
  if (callback === undefined) return <Loading what={t('lookingUp')} />
  if (callback === null || started === null) return <StartForm customer={customer} gone={session} />
  return <StartedView customer={customer} started={started} callback={callback} />
}

interface StartedViewProps {
  customer: Customer
  started: StartedCustomer
  callback: CallbackDetailJson
}

function StartedView({ customer, started, callback }: StartedViewProps) {
  const t = useTranslations('customer')
  useRememberExpiry(callback)
  const { isAppClosed } = customer
  return (
    <div className="flex min-h-full flex-col gap-3 p-3">
      {/* Always there, so that what comes into it is announced. */}
      <output className="block empty:hidden">
        {callback.step === 'agent-available' && !isAppClosed && (
          <AvailableBanner letter={customer.letter} started={started} callback={callback} />
        )}
      </output>
      {isAppClosed ? (
        <ClosedCard customer={customer} />
      ) : (
        <Step customer={customer} started={started} callback={callback} />
      )}
      <Notices notices={started.session.inbox.notices} />
      {callback.step !== 'requested' && !isAppClosed && <NotifyAgent started={started} />}
      <MisbehaviourMenu customer={customer} started={started} callback={callback} />
      <Disclosure summary={t('whatHasHappened')}>
        <Timeline items={callback.timeline} />
      </Disclosure>
    </div>
  )
}

/** The device keeps when its callback ends: when it is gone, nobody can be asked any more. */
function useRememberExpiry({ id, expiresAt }: CallbackDetailJson) {
  useEffect(() => {
    useCustomerStore.getState().changeSession(id, () => ({ expiresAt }))
  }, [id, expiresAt])
}

function Step({ customer, started, callback }: StartedViewProps) {
  switch (callback.step) {
    case 'requested':
    case 'waiting':
    case 'agent-available':
      return <WaitingCard started={started} callback={callback} />
    case 'confirmed':
      return <ConfirmedCard started={started} />
    case 'chat-created':
    case 'talking':
      // The same chat when the agent comes: whoever types goes on typing.
      return (
        <>
          {callback.step === 'chat-created' && <ChatWaitingCard callback={callback} />}
          <Chat started={started} />
        </>
      )
    case 'done':
      return <RecapCard customer={customer} started={started} callback={callback} />
  }
}
