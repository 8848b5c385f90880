'use client'

import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { classicDefaults, type ClassicValues } from './operations.ts'

interface ClassicState {
  /** The `gms_user` that requests show; empty: none. */
  user: string
  /** The service id that operations name. */
  id: string
  values: ClassicValues
  change: (changes: Partial<Pick<ClassicState, 'user' | 'id'>>) => void
  changeValues: (changes: Partial<ClassicValues>) => void
}

/** What stands in the classic page's fields; it survives a reload. */
export const useClassicStore = create<ClassicState>()(
  persist(
    (set) => ({
      user: '',
      id: '',
      values: classicDefaults,
      change: (changes) => set(changes),
      changeValues: (changes) => set(({ values }) => ({ values: { ...values, ...changes } })),
    }),
    { name: 'gms-tester-classic', version: 1, skipHydration: true },
  ),
)
