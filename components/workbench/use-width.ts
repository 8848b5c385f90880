'use client'

import { useSyncExternalStore } from 'react'

/** How much stands side by side: everything, customer and one more, or one panel at a time. */
export type Width = 'full' | 'wide' | 'narrow'

/** The twins of the breakpoints in `globals.css`. */
const full = '(min-width: 80rem)'
const wide = '(min-width: 60rem)'

/** The width of the page; null on the server and before the page is alive in the browser. */
export function useWidth(): Width | null {
  return useSyncExternalStore(subscribe, widthNow, () => null)
}

function subscribe(changed: () => void) {
  const queries = [window.matchMedia(full), window.matchMedia(wide)]
  for (const query of queries) query.addEventListener('change', changed)
  return () => {
    for (const query of queries) query.removeEventListener('change', changed)
  }
}

/** The width of the page now; only in the browser. */
export function widthNow(): Width {
  if (window.matchMedia(full).matches) return 'full'
  return window.matchMedia(wide).matches ? 'wide' : 'narrow'
}
