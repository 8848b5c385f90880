'use client'

import { useEffect } from 'react'

/** What another tab of this browser has kept under this key is taken up here too: `takeUp` stays the same. */
export function useOtherTabs(key: string, takeUp: () => unknown) {
  useEffect(() => {
    const take = (event: StorageEvent) => {
      if (event.key === key) void takeUp()
    }
    window.addEventListener('storage', take)
    return () => window.removeEventListener('storage', take)
  }, [key, takeUp])
}
