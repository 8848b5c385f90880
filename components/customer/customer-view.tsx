'use client'

import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { Timeline } from '../timeline.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Loading } from '../ui/loading.tsx'
import { AvailableBanner } from './available-banner.tsx'
import { Chat } from './chat.tsx'
import { ChatWaitingCard } from './chat-waiting-card.tsx'
import { ConfirmedCard } from './confirmed-card.tsx'
import { useChatRefresh, useNotificationPolling } from './customer-queries.ts'
import type { Customer, StartedCustomer } from './customer-store.ts'
import { Notices } from './notices.tsx'
import { NotifyAgent } from './notify-agent.tsx'
import { RecapCard } from './recap-card.tsx'
import { StartForm } from './start-form.tsx'
import { useCallbackOf } from './use-selected-callback.ts'
import { WaitingCard } from './waiting-card.tsx'

/** One customer, drawn by where the callback stands. */
export function CustomerView({ customer }: { customer: Customer }) {
  const { session, user } = customer
  const callback = useCallbackOf(session?.serviceId ?? null)
  if (callback === undefined) return <Loading what="Looking the callback up…" />
  if (callback === null || session === null)
    return <StartForm customer={customer} goneId={session?.serviceId ?? null} />
  return <StartedView customer={customer} started={{ user, session }} callback={callback} />
}

interface StartedViewProps {
  customer: Customer
  started: StartedCustomer
  callback: CallbackDetailJson
}

function StartedView({ customer, started, callback }: StartedViewProps) {
  const isPolling = started.session.delivery === 'polling'
  useNotificationPolling(started, isPolling)
  useChatRefresh(started, callback.step)
  return (
    <div className="flex min-h-full flex-col gap-3 p-3">
      {/* Always there, so that what comes into it is announced. */}
      <output className="block empty:hidden">
        {callback.step === 'agent-available' && <AvailableBanner started={started} callback={callback} />}
      </output>
      <Step customer={customer} started={started} callback={callback} />
      <Notices notices={started.session.inbox.notices} />
      {callback.step !== 'requested' && <NotifyAgent started={started} />}
      <Disclosure summary="What has happened">
        <Timeline items={callback.timeline} />
      </Disclosure>
    </div>
  )
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
      return (
        <>
          <ChatWaitingCard callback={callback} />
          <Chat customer={customer} started={started} />
        </>
      )
    case 'talking':
      return <Chat customer={customer} started={started} />
    case 'done':
      return <RecapCard customer={customer} started={started} callback={callback} />
  }
}
