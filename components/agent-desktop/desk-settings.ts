'use client'

import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { noAlerts, type AlertSettings } from './alerts.ts'
import type { StandardResponse } from './standard-responses.ts'

interface DeskSettings {
  /** The trainer's lens: what the customer sees, and what each button sends. */
  isLensOn: boolean
  /** With the lens: what a customer of this browser has typed and not sent. */
  isPeeking: boolean
  /** The reader's own standard responses; null: those that come with the product. */
  responses: readonly StandardResponse[] | null
  alerts: AlertSettings
  setLens: (isLensOn: boolean) => void
  setPeeking: (isPeeking: boolean) => void
  setResponses: (responses: readonly StandardResponse[] | null) => void
  setAlerts: (changes: Partial<AlertSettings>) => void
}

/** How this browser wants the agents' desktops. */
export const useDeskSettings = create<DeskSettings>()(
  persist(
    (set) => ({
      isLensOn: false,
      isPeeking: false,
      responses: null,
      alerts: noAlerts,
      setLens: (isLensOn) => set({ isLensOn }),
      setPeeking: (isPeeking) => set({ isPeeking }),
      setResponses: (responses) => set({ responses }),
      setAlerts: (changes) => set(({ alerts }) => ({ alerts: { ...alerts, ...changes } })),
    }),
    { name: 'gms-tester-desk', version: 1, storage: createJSONStorage(() => localStorage) },
  ),
)
