'use client'

import { useFormDraft } from '../form-draft.ts'
import type { Customer } from './customer-store.ts'
import type { CallbackForm } from './personas.ts'

/** Where the line is kept that stands in the composer of this callback's chat. */
export const lineDraft = (serviceId: string) => `customer-says-${serviceId}`

/** Where the texts of a notification to the agent of this callback are kept. */
export const notifyDraft = (serviceId: string) => `notify-agent-${serviceId}`

/** The customer with the form as it stands in this tab of the browser: other tabs have their own until it is sent. */
export function useTyped(customer: Customer) {
  const { form, change } = useFormDraft<CallbackForm>(`customer-form-${customer.user}`, customer.form)
  return { typed: { ...customer, form }, changeForm: change }
}
