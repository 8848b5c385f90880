'use client'

import { UserMinus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useUiStore } from '../ui-store.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useToast } from '../ui/toast.tsx'
import { customersMax, useCustomerStore, type Customer } from './customer-store.ts'
import { useCallbackOf } from './use-selected-callback.ts'

/** Takes a customer off the page, whose place somebody else may have then; it can be undone. The first one stays. */
export function RemoveCustomer({ customer }: { customer: Customer }) {
  const t = useTranslations('customer.panel')
  const reset = useTranslations('reset')
  const customers = useCustomerStore((store) => store.customers)
  const selectCustomer = useUiStore((store) => store.selectCustomer)
  const toast = useToast()
  const callback = useCallbackOf(customer.session?.serviceId ?? null)
  const { letter } = customer
  const at = customers.findIndex((one) => one.letter === letter)
  const remove = () => {
    const { putBack } = useCustomerStore.getState()
    useCustomerStore.getState().remove(letter)
    selectCustomer(customers[at - 1]?.letter ?? 'A')
    const undo = () => {
      const back = putBack(customer)
      if (back) selectCustomer(back)
      else toast({ tone: 'info', title: t('full', { max: customersMax }) })
    }
    const text = callback && callback.step !== 'done' ? { text: t('goesOn') } : {}
    toast({ title: t('removed', { letter }), ...text, action: { label: reset('undo'), onSelect: undo } })
  }
  return (
    <IconButton
      label={t('remove', { letter })}
      disabledReason={at === 0 ? t('firstStays') : null}
      onClick={remove}
    >
      <UserMinus aria-hidden size={16} />
    </IconButton>
  )
}
