'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether the browser has taken over from what the server drew. False at first, for what only the browser knows. */
export const useIsAlive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
