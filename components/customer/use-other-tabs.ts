'use client'

import { useEffect } from 'react'
import { customersKey, useCustomerStore } from './customer-store.ts'

/**
 * What another tab of this browser has done for its customers is done here too: they are the same ones. On every page:
 * whoever forgets their sessions at a reset writes all of them.
 */
export function useOtherTabs() {
  useEffect(() => {
    const take = ({ key }: StorageEvent) => {
      if (key === customersKey) void useCustomerStore.persist.rehydrate()
    }
    // A page that was put aside has not been told.
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted) void useCustomerStore.persist.rehydrate()
    }
    window.addEventListener('storage', take)
    window.addEventListener('pageshow', comeBack)
    return () => {
      window.removeEventListener('storage', take)
      window.removeEventListener('pageshow', comeBack)
    }
  }, [])
}
