'use client'

import { Flag, RotateCcw } from 'lucide-react'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { useIsNextStep } from '../use-next-step.ts'
import { useCustomerStore, type Customer, type StartedCustomer } from './customer-store.ts'
import { CustomerTranscript } from './customer-transcript.tsx'

interface RecapCardProps {
  customer: Customer
  started: StartedCustomer
  callback: CallbackDetailJson
}

/** What went over the wire, when it is over. */
export function RecapCard({ customer, started: { session }, callback }: RecapCardProps) {
  const change = useCustomerStore((store) => store.change)
  const nextStep = useIsNextStep('start-another')
  const { inbox, requests, polls, delivery } = session
  return (
    <section aria-label="What happened" className="flex flex-col gap-3 rounded-md border p-3">
      <div className="flex items-start gap-3">
        <Flag aria-hidden size={18} className="mt-0.5 shrink-0 text-success" />
        <div className="min-w-0">
          <h3 className="font-semibold">{callback.chat ? 'The chat is over' : 'The callback is over'}</h3>
          <p className="text-sm text-muted">
            <code>{callback.state}</code>
            {callback.reason && (
              <>
                {' '}
                <code>{callback.reason}</code>
              </>
            )}
          </p>
        </div>
      </div>
      <p>
        You made {requests} requests and received {inbox.pushes} pushes.
        {polls > 0 && (
          <span className="text-muted">
            {' '}
            Besides, the phone asked {polls === 1 ? 'once' : `${polls} times`} whether there was anything new.
          </span>
        )}
      </p>
      <ul className="flex list-disc flex-col gap-1.5 pl-5 text-sm marker:text-muted">
        {delivery === 'push' ? (
          <li>
            The push says that an agent is there. It does not contain the chat’s address: <code>connect</code>{' '}
            does.
          </li>
        ) : (
          <li>
            Nothing was pushed: the phone found the agent with <code>retrieve-notifications</code> and the
            chat with <code>ixn/chat/refresh</code>.
          </li>
        )}
        <li>
          Every request carried the header <code>gms_user</code>: it is what ties a phone’s requests to its
          pushes.
        </li>
        <li>
          One id, <code className="break-all">{session.serviceId}</code>, named the callback, the chat and
          both mailboxes.
        </li>
      </ul>
      <Button
        variant="primary"
        size="large"
        isWide
        nextStep={nextStep}
        onClick={() => change(customer.letter, { session: null, draft: '' })}
      >
        <RotateCcw aria-hidden size={16} />
        Start another callback
      </Button>
      {inbox.lines.length > 0 && (
        <Disclosure summary="The chat">
          <div className="rounded-md border">
            <CustomerTranscript lines={inbox.lines} label={`Chat of ${session.submitted.name}`} />
          </div>
        </Disclosure>
      )}
    </section>
  )
}
