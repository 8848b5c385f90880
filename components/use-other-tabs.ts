'use client'

import { useEffect } from 'react'

/** What another tab of this browser has kept under this key is taken up here too: `takeUp` stays the same. */
export function useOtherTabs(key: string, takeUp: () => unknown) {
  useEffect(() => {
    const take = (event: StorageEvent) => {
      if (event.key === key) void takeUp()
    }
    // A page that was put aside has not been told.
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted) void takeUp()
    }
    window.addEventListener('storage', take)
    window.addEventListener('pageshow', comeBack)
    return () => {
      window.removeEventListener('storage', take)
      window.removeEventListener('pageshow', comeBack)
    }
  }, [key, takeUp])
}

/** Reads anew what the browser keeps of a store. Where it keeps nothing the store has no `persist`, and nothing is read. */
export const takeUp = (store: object): unknown =>
  'persist' in store ? (store.persist as { rehydrate: () => unknown }).rehydrate() : undefined
