'use client'

import { useEffect } from 'react'
import { customersKey, useCustomerStore } from './customer-store.ts'

/** What another tab of this browser has done for its customers is done here too: they are the same ones. */
export function useOtherTabs() {
  useEffect(() => {
    const take = ({ key }: StorageEvent) => {
      if (key === customersKey) void useCustomerStore.persist.rehydrate()
    }
    window.addEventListener('storage', take)
    return () => window.removeEventListener('storage', take)
  }, [])
}
