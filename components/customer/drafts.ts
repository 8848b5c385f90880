'use client'

import { useArrivedLine } from '../chat/use-arrived-line.ts'
import { useDraft, useDraftStore } from '../draft-store.ts'
import { useFormDraft } from '../form-draft.ts'
import type { Customer, CustomerSession } from './customer-store.ts'
import type { CallbackForm } from './personas.ts'
import { saidByCustomer } from './received.ts'

/** Where the line is kept that stands in the composer of this callback's chat. */
export const lineDraft = (serviceId: string) => `customer-says-${serviceId}`

/** The line that stands in the composer of this session's chat, and is not sent as far as its device knows. */
export function useLineDraft({ serviceId, inbox }: CustomerSession) {
  const place = lineDraft(serviceId)
  const line = useDraftStore(({ lines }) => lines[place])
  const arrived = useDraftStore((store) => store.arrived)
  useArrivedLine(place, line, saidByCustomer(inbox.lines), () => arrived(place))
  return useDraft(place)
}

/** Where the texts of a notification to the agent of this callback are kept. */
export const notifyDraft = (serviceId: string) => `notify-agent-${serviceId}`

/** The customer with the form as it stands in this tab of the browser: other tabs have their own until it is sent. */
export function useTyped(customer: Customer) {
  const { form, change } = useFormDraft<CallbackForm>(`customer-form-${customer.user}`, customer.form)
  return { typed: { ...customer, form }, changeForm: change }
}
