'use client'

import { Flag, Hourglass, RotateCcw } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { inCode } from '../ui/rich-text.tsx'
import { useIsNextStep } from '../use-next-step.ts'
import { useCustomerStore, type Customer, type StartedCustomer } from './customer-store.ts'
import { CustomerTranscript } from './customer-transcript.tsx'
import { expiryOf } from './expiry.ts'
import { flowAsCurl } from './flow-as-curl.ts'

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
  const { inbox, requests, polls, submitted } = session
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
      <p>
        {t('counts', { requests, pushes: inbox.pushes })}
        {polls > 0 && <span className="text-muted"> {t('polls', { polls })}</span>}
      </p>
      <Facts session={session} />
      <Button
        variant="primary"
        size="large"
        isWide
        nextStep={nextStep}
        onClick={() => change(customer.letter, { session: null, draft: '', isAppClosed: false })}
      >
        <RotateCcw aria-hidden size={16} />
        {expired ? t('startAgain') : t('startAnother')}
      </Button>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <CopyButton label={t('asCurl')} text={flowAsCurl(window.location.origin, submitted, customer.user)} />
        <Link href="/connect" className="text-sm text-accent underline underline-offset-2">
          {t('fromYourApp')}
        </Link>
      </div>
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

/** Three things worth remembering of what has just been seen. */
function Facts({ session: { serviceId, inbox } }: Pick<StartedCustomer, 'session'>) {
  const t = useTranslations('customer.recap.facts')
  return (
    <ul className="flex list-disc flex-col gap-1.5 pl-5 text-sm marker:text-muted">
      <li>{inbox.pushes > 0 ? t.rich('push', { code: inCode }) : t.rich('polling', { code: inCode })}</li>
      <li>{t.rich('user', { code: inCode })}</li>
      <li>{t.rich('id', { id: serviceId, code: inCode })}</li>
    </ul>
  )
}
