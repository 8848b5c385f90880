'use client'

import { useTranslations } from 'use-intl'
import { paths } from '../../server/gms/contract.ts'
import { Failure } from '../failure.tsx'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Input } from '../ui/field.tsx'
import { useIsNextStep } from '../use-next-step.ts'
import { serviceName, useStartCallback } from './customer-actions.ts'
import type { Customer, CustomerSession } from './customer-store.ts'
import { useTyped } from './drafts.ts'
import { GoneNote } from './gone-note.tsx'
import { GoneTexts } from './gone-texts.tsx'
import { MoreFields } from './more-fields.tsx'
import { PersonaChips } from './persona-chips.tsx'
import { SendAs } from './send-as.tsx'

/** The form that starts a callback. `gone`: what this customer had, which the tester knows no more. */
export function StartForm({ customer, gone }: { customer: Customer; gone: CustomerSession | null }) {
  const t = useTranslations('customer.form')
  const start = useStartCallback(customer.user)
  const nextStep = useIsNextStep('start-callback')
  const { typed, changeForm } = useTyped(customer)
  const { letter, form } = typed
  return (
    <div className="flex flex-col gap-2.5 p-3">
      <form
        className="flex flex-col gap-2.5"
        onSubmit={(event) => {
          event.preventDefault()
          if (!start.isPending) start.mutate(typed)
        }}
      >
        <div className="flex flex-wrap items-baseline gap-x-2">
          <h3 className="font-semibold">{t('title')}</h3>
          <p className="text-sm text-muted">
            {form.name === '' ? t('whoseUnnamed') : t('whose', { name: form.name })}
          </p>
        </div>
        {gone && (
          <>
            <GoneNote session={gone} />
            <GoneTexts session={gone} />
          </>
        )}
        {start.error && (
          <Failure
            what={t('start')}
            error={start.error}
            isKept={start.isKept}
            onRetry={() => start.mutate(typed)}
          />
        )}
        <PersonaChips onChoose={changeForm} />
        <div className="grid items-end gap-2.5 medium:grid-cols-2">
          <Input
            label={t('name')}
            wireName="usr_customer_name"
            autoComplete="off"
            dir="auto"
            value={form.name}
            onChange={(event) => changeForm({ name: event.target.value })}
          />
          <Input
            label={t('number')}
            wireName="_customer_number"
            inputMode="tel"
            autoComplete="off"
            value={form.number}
            onChange={(event) => changeForm({ number: event.target.value })}
          />
        </div>
        <Input
          label={t('reason')}
          wireName="usr_reason"
          autoComplete="off"
          dir="auto"
          value={form.reason}
          onChange={(event) => changeForm({ reason: event.target.value })}
        />
        <Disclosure summary={t('more')}>
          <MoreFields customer={typed} onChange={changeForm} />
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
          {start.isPending ? t('sending') : gone ? t('startAgain') : t('start')}
        </Button>
      </form>
      <SendAs letter={letter} />
    </div>
  )
}
