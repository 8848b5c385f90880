'use client'

import { Flag, Hourglass, RotateCcw } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { takeLeft } from '../chat/left-composer.ts'
import { Unsent } from '../chat/unsent.tsx'
import { WireRecap, WireShape } from '../recap/wire-recap.tsx'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { useIsNextStep } from '../use-next-step.ts'
import { useCustomerStore, type Customer, type StartedCustomer } from './customer-store.ts'
import { CustomerTranscript } from './customer-transcript.tsx'
import { lineDraft, useLineDraft } from './drafts.ts'
import { expiryOf } from './expiry.ts'

interface RecapCardProps {
  customer: Customer
  started: StartedCustomer
  callback: CallbackDetailJson
}

/** What went over the wire, when it is over; or which time was over. */
export function RecapCard({ customer, started: { session }, callback }: RecapCardProps) {
  const t = useTranslations('customer.recap')
  const chat = useTranslations('customer.chat')
  const change = useCustomerStore((store) => store.change)
  const nextStep = useIsNextStep('start-another')
  const { inbox, submitted } = session
  const place = lineDraft(session.serviceId)
  const [unsent] = useLineDraft(session)
  const startAnother = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // The composer went with the keyboard, and there was nothing unsent to take it: that would have come first.
    if (takeLeft(place)) startAnother.current?.focus()
  }, [place])
  const expired = expiryOf(callback)
  const Icon = expired ? Hourglass : Flag
  return (
    <section aria-label={t('label')} className="flex flex-col gap-3 rounded-md border p-3">
      <div className="flex items-start gap-3">
        <Icon aria-hidden size={18} className={`mt-0.5 shrink-0 ${expired ? 'text-warn' : 'text-success'}`} />
        <div className="min-w-0">
          <h3 className="font-semibold">
            {expired ? t(`expired.${expired}`) : callback.chat ? t('chatOver') : t('callbackOver')}
          </h3>
          <p className="text-sm text-muted">
            <code>{callback.state}</code> {callback.reason && <code>{callback.reason}</code>}
          </p>
        </div>
      </div>
      {unsent !== '' && <Unsent place={place} text={unsent} />}
      <WireRecap callback={callback} user={customer.user} />
      <Button
        ref={startAnother}
        variant="primary"
        size="large"
        isWide
        nextStep={nextStep}
        onClick={() => change(customer.user, { session: null, draft: '', isAppClosed: false })}
      >
        <RotateCcw aria-hidden size={16} />
        {expired ? t('startAgain') : t('startAnother')}
      </Button>
      <WireShape callback={callback} />
      {inbox.lines.length > 0 && (
        <Disclosure summary={t('theChat')}>
          <div className="rounded-md border">
            <CustomerTranscript lines={inbox.lines} label={chat('of', { name: submitted.name })} />
          </div>
        </Disclosure>
      )}
    </section>
  )
}
