'use client'

import { useEffect } from 'react'
import { useAgentStore } from './agent-store.ts'

/** The keyboard comes to this control when what it was at is gone, and this was named as the next place. */
export function useWishedFocus(
  place: 'composer' | 'disposition',
  serviceId: string,
  control: { readonly current: HTMLElement | null },
) {
  const wish = useAgentStore((store) => store.focusWish)
  const wishFocus = useAgentStore((store) => store.wishFocus)
  const isWished = wish?.place === place && wish.serviceId === serviceId
  useEffect(() => {
    if (!isWished) return
    control.current?.focus()
    wishFocus(null)
  }, [isWished, control, wishFocus])
}
