'use client'

import type { QueryClient } from '@tanstack/react-query'
import { callbackKeys, callbackQuery } from '../callbacks-queries.ts'
import { announcementIn } from './arrival.ts'
import { useCustomerStore } from './customer-store.ts'

/** Notes for which announcement the news of an agent has just come: the news names none. */
export async function noteArrival(client: QueryClient, serviceId: string): Promise<void> {
  const note = () => {
    const callback = client.getQueryData(callbackQuery(serviceId).queryKey)
    if (callback)
      useCustomerStore.getState().changeSession(serviceId, () => ({ arrivedFor: announcementIn(callback) }))
  }
  // Mostly the page knows of the announcement by now; but what it knows may be the one before.
  note()
  await client.invalidateQueries({ queryKey: callbackKeys.detail(serviceId) })
  note()
}
