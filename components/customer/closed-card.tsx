'use client'

import { Power } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { nextStepName, nextStepPanel } from '../next-step.ts'
import { Button } from '../ui/button.tsx'
import { useNextStep } from '../use-next-step.ts'
import { useCustomerStore, type Customer } from './customer-store.ts'

/** The app is closed, as a tab is: it hears nothing and asks nothing. */
export function ClosedCard({ customer: { user, session } }: { customer: Customer }) {
  const t = useTranslations('customer.closed')
  const change = useCustomerStore((store) => store.change)
  const step = useNextStep()
  // Whatever the customer has to do next needs the app first.
  const isNext = step !== null && step.kind !== 'wait' && nextStepPanel(step) === 'customer'
  return (
    <section
      aria-label={t('title')}
      className="flex flex-col items-start gap-3 rounded-md border bg-sunken p-3"
    >
      <div className="flex items-start gap-3">
        <Power aria-hidden size={18} className="mt-0.5 shrink-0 text-muted" />
        <div className="min-w-0">
          <h3 className="font-semibold">{t('title')}</h3>
          <p className="text-sm text-muted">{session?.hasDevice ? t('textPush') : t('textPoll')}</p>
        </div>
      </div>
      <Button
        variant="primary"
        nextStep={isNext ? nextStepName(step) : null}
        onClick={() => change(user, { isAppClosed: false })}
      >
        {t('open')}
      </Button>
    </section>
  )
}
