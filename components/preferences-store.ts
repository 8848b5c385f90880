'use client'

import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { takeUp } from './use-other-tabs.ts'

export type Density = 'compact' | 'comfortable'

/** What the reader has chosen for this browser, in whichever tab. */
interface Preferences {
  /** How much air lists have. */
  density: Density
  /** Whether single letters are shortcuts (WCAG 2.1.4). */
  areLetterKeysOn: boolean
  /** Whether the page says nothing by itself to those who listen to it. */
  isQuiet: boolean
}

const atFirst: Preferences = { density: 'compact', areLetterKeysOn: true, isQuiet: false }

/** Where the browser keeps them. */
export const preferencesKey = 'gms-tester-preferences'

/** Where version 1 kept them, among what a tab looks at. */
const formerKey = 'gms-tester-ui'

/** Density, keys, announcements: one choice for all tabs of this browser. */
export const usePreferencesStore = create<Preferences>()(
  persist(() => atFirst, {
    name: preferencesKey,
    version: 2,
    storage: createJSONStorage(() => {
      const kept = localStorage
      return {
        getItem: (key) => kept.getItem(key) ?? kept.getItem(formerKey),
        setItem: (key, value) => kept.setItem(key, value),
        removeItem: (key) => kept.removeItem(key),
      }
    }),
    migrate: (former) => {
      const { density, areLetterKeysOn, isQuiet } = { ...atFirst, ...(former as Partial<Preferences>) }
      return { density, areLetterKeysOn, isQuiet }
    },
  }),
)

/** Reads what has been chosen in another tab of this browser. */
export const takeUpPreferences = (): unknown => takeUp(usePreferencesStore)
