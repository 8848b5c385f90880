'use client'

import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { defaultColumns, type ColumnId } from './callback-columns.ts'

interface CallbacksState {
  /** The columns the reader has chosen. */
  columns: readonly ColumnId[]
  choose: (columns: readonly ColumnId[]) => void
}

/** How the reader wants the list of callbacks; it survives a reload. */
export const useCallbacksStore = create<CallbacksState>()(
  persist((set) => ({ columns: defaultColumns, choose: (columns) => set({ columns }) }), {
    name: 'gms-tester-callbacks',
    version: 1,
  }),
)
