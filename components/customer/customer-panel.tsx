'use client'

import { Eye, Plus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { ObservedView } from '../observed/observed-view.tsx'
import { observedName } from '../customer-name.ts'
import { nextStepName } from '../next-step.ts'
import { useUiStore } from '../ui-store.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Loading } from '../ui/loading.tsx'
import { Panel } from '../ui/panel.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useNextStep } from '../use-next-step.ts'
import { newsOf } from './arrival.ts'
import { customersMax, useCustomer, useCustomerStore, type Customer } from './customer-store.ts'
import { CustomerView } from './customer-view.tsx'
import { DeviceLine } from './device-line.tsx'
import { useTyped } from './drafts.ts'
import { RemoveCustomer } from './remove-customer.tsx'
import { useEnterForNextStep } from './use-enter-for-next-step.ts'
import { useCallbackOf } from './use-selected-callback.ts'

/** The customers of the workbench, one tab each: each has a `gms_user` and a push session of its own. */
export function CustomerPanel() {
  const t = useTranslations('customer.panel')
  const customers = useCustomerStore((store) => store.customers)
  const add = useCustomerStore((store) => store.add)
  const selectCustomer = useUiStore((store) => store.selectCustomer)
  const customer = useCustomer(useUiStore((store) => store.selectedCustomer))
  const observed = useUiStore((store) => store.selectedCallback)
  const step = useNextStep()
  useEnterForNextStep()
  const nextLetter = step?.kind === 'go-to-customer' ? step.letter : null

  const full = customers.length >= customersMax ? t('full', { max: customersMax }) : null

  return (
    <Panel id="customer" title={t('title')} lane="customer">
      {customer ? (
        <Tabs
          label={t('customers')}
          items={[
            ...customers.map((one) => ({
              key: one.letter,
              label: <CustomerTab customer={one} />,
              nextStep: step && one.letter === nextLetter ? nextStepName(step) : null,
            })),
            ...(observed === null ? [] : [{ key: observedKey, label: <ObservedTab serviceId={observed} /> }]),
          ]}
          selected={observed === null ? customer.letter : observedKey}
          onSelect={(key) => key !== observedKey && selectCustomer(key)}
          after={
            <>
              <IconButton
                label={t('add')}
                disabledReason={full}
                onClick={() => {
                  const letter = add()
                  if (letter) selectCustomer(letter)
                }}
              >
                <Plus aria-hidden size={16} />
              </IconButton>
              {observed === null && <RemoveCustomer customer={customer} />}
              {full && (
                <span aria-hidden className="shrink-0 pl-1 text-xs text-muted">
                  {full}
                </span>
              )}
            </>
          }
          className="flex-1"
          panelClassName="flex flex-col"
        >
          <div className="min-h-0 flex-1 overflow-y-auto">
            {observed === null ? (
              <CustomerView key={customer.user} customer={customer} />
            ) : (
              <ObservedView key={observed} serviceId={observed} />
            )}
          </div>
          {observed === null && <DeviceLine customer={customer} />}
        </Tabs>
      ) : (
        <Loading what={t('preparing')} />
      )}
    </Panel>
  )
}

/** No customer's letter. */
const observedKey = 'observed'

/** The client of the reader's own whose callback was selected in the queue or on the wire. */
function ObservedTab({ serviceId }: { serviceId: string }) {
  const t = useTranslations('customer.panel')
  const callback = useCallbackOf(serviceId)
  return (
    <>
      <Eye aria-hidden size={14} className="text-lane-customer" />
      <span className="max-w-32 truncate">{callback ? observedName(callback) : t('yourClient')}</span>
    </>
  )
}

function CustomerTab({ customer }: { customer: Customer }) {
  const t = useTranslations('customer.panel')
  const { letter, form, session, isAppClosed } = useTyped(customer).typed
  const callback = useCallbackOf(session?.serviceId ?? null)
  const isCalled = session && callback && !isAppClosed && newsOf(session, callback) !== null
  return (
    <>
      <span className="font-mono font-semibold text-lane-customer">{letter}</span>
      <span className="max-w-24 truncate">{(session?.submitted ?? form).name || t('noName')}</span>
      {isCalled && (
        <span className="size-2 rounded-full bg-accent">
          <span className="sr-only">{t('isCalled')}</span>
        </span>
      )}
    </>
  )
}
