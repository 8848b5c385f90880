'use client'

import { letterOf, useCustomerStore } from './customer/customer-store.ts'
import { useUiStore } from './ui-store.ts'

/** Makes the whole page about one callback: its customer's, when the page has one, or another client's. */
export function selectSession(serviceId: string) {
  const letter = letterOf(useCustomerStore.getState().customers, serviceId)
  const { selectCustomer, selectCallback } = useUiStore.getState()
  if (letter === null) selectCallback(serviceId)
  else selectCustomer(letter)
}
