'use client'

import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { ColumnId } from './callback-columns.ts'

interface CallbacksState {
  /** The columns the reader has chosen; null: none yet. */
  columns: readonly ColumnId[] | null
  choose: (columns: readonly ColumnId[] | null) => void
}

/** How the reader wants the list of callbacks; it survives a reload. */
export const useCallbacksStore = create<CallbacksState>()(
  persist((set) => ({ columns: null, choose: (columns) => set({ columns }) }), {
    name: 'gms-tester-callbacks',
    version: 1,
  }),
)
