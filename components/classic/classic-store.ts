'use client'

import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { classicDefaults, type ClassicValues } from './operations.ts'

interface ClassicState {
  /** The `gms_user` that requests show; empty: none. */
  user: string
  /** The service id that operations name. */
  id: string
  values: ClassicValues
  /** Whom push is open for; null: it is off. */
  pushFor: string | null
  change: (changes: Partial<Pick<ClassicState, 'user' | 'id' | 'pushFor'>>) => void
  changeValues: (changes: Partial<ClassicValues>) => void
}

/** What stands in the classic page's fields, and whether push is on. It belongs to this tab, and survives its reload. */
export const useClassicStore = create<ClassicState>()(
  persist(
    (set) => ({
      user: '',
      id: '',
      values: classicDefaults,
      pushFor: null,
      change: (changes) => set(changes),
      changeValues: (changes) => set(({ values }) => ({ values: { ...values, ...changes } })),
    }),
    {
      name: 'gms-tester-classic',
      version: 1,
      storage: createJSONStorage(() => sessionStorage),
      skipHydration: true,
    },
  ),
)
