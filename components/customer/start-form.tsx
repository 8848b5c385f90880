'use client'

import { Info } from 'lucide-react'
import { paths } from '../../server/gms/contract.ts'
import { Failure } from '../failure.tsx'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Input } from '../ui/field.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { useIsNextStep } from '../use-next-step.ts'
import { serviceName, startFields, useStartCallback } from './customer-actions.ts'
import { useCustomerStore, type Customer, type Delivery } from './customer-store.ts'

const deliveries: readonly { key: Delivery; label: string }[] = [
  { key: 'push', label: 'CometD push' },
  { key: 'polling', label: 'Polling' },
]

/** The form that starts a callback. `goneId`: the callback this customer had, which the tester knows no more. */
export function StartForm({ customer, goneId }: { customer: Customer; goneId: string | null }) {
  const change = useCustomerStore((store) => store.change)
  const start = useStartCallback()
  const nextStep = useIsNextStep('start-callback')
  const { letter, form, delivery } = customer
  const changeForm = (part: Partial<typeof form>) => change(letter, { form: { ...form, ...part } })
  return (
    <form
      className="flex flex-col gap-2.5 p-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!start.isPending) start.mutate(customer)
      }}
    >
      <div className="flex flex-wrap items-baseline gap-x-2">
        <h3 className="font-semibold">Ask for a callback</h3>
        <p className="text-sm text-muted">
          The app on {form.name || 'the customer'}’s phone sends this form.
        </p>
      </div>
      {goneId && (
        <p className="flex gap-2 rounded-md bg-hover p-2 text-sm">
          <Info aria-hidden size={16} className="mt-0.5 shrink-0" />
          <span className="min-w-0">
            The tester no longer knows the callback <code className="break-all">{goneId}</code>. Start a new
            one.
          </span>
        </p>
      )}
      {start.error && (
        <Failure what="Start callback" error={start.error} onRetry={() => start.mutate(customer)} />
      )}
      <Input
        label="Name"
        wireName="usr_customer_name"
        autoComplete="off"
        value={form.name}
        onChange={(event) => changeForm({ name: event.target.value })}
      />
      <Input
        label="Phone number"
        wireName="_customer_number"
        inputMode="tel"
        autoComplete="off"
        value={form.number}
        onChange={(event) => changeForm({ number: event.target.value })}
      />
      <Input
        label="Reason"
        wireName="usr_reason"
        autoComplete="off"
        value={form.reason}
        onChange={(event) => changeForm({ reason: event.target.value })}
      />
      <SegmentedControl
        label="How the phone hears of an agent"
        isLabelVisible
        options={deliveries}
        selected={delivery}
        onSelect={(delivery) => change(letter, { delivery })}
      />
      <Disclosure summary="All fields, as they are sent">
        <dl className="grid gap-1 text-sm">
          {startFields(customer).map(([name, value]) => (
            <div key={name}>
              <dt>
                <code className="text-muted">{name}</code>
              </dt>
              <dd>
                <code className="break-all">{value}</code>
              </dd>
            </div>
          ))}
        </dl>
        {delivery === 'polling' && (
          <p className="pt-2 text-xs text-muted">
            Without <code>_device_os</code> and <code>_device_notification_id</code> nothing is pushed.
          </p>
        )}
      </Disclosure>
      <Button
        type="submit"
        variant="primary"
        size="large"
        isWide
        isBusy={start.isPending}
        nextStep={nextStep}
        request={`POST ${paths.start(serviceName)}`}
        requestAs="text"
      >
        {start.isPending ? 'Sending…' : 'Start callback'}
      </Button>
    </form>
  )
}
