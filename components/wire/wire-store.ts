'use client'

import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { lineKey, rowKey, toggledFolds, type Fold, type WireLine } from './wire-lines.ts'

interface WireState {
  /** The key of the line the keyboard stands on. */
  active: string | null
  /** A number out of each fold that is open. */
  openFolds: ReadonlySet<number>
  isFollowing: boolean
  /** Counts how often the log was given up: what was opened of it is no more. */
  resets: number
  activate: (line: WireLine) => void
  activateRow: (number: number) => void
  toggleFold: (fold: Fold) => void
  follow: (isFollowing: boolean) => void
  forget: () => void
}

/** Where the reader of the wire stands. What is looked for and opened is in the address. */
export const useWireStore = create<WireState>()((set) => ({
  active: null,
  openFolds: new Set(),
  isFollowing: true,
  resets: 0,
  activate: (line) => set({ active: lineKey(line) }),
  activateRow: (number) => set({ active: rowKey(number) }),
  toggleFold: (fold) => set(({ openFolds }) => ({ openFolds: toggledFolds(openFolds, fold) })),
  follow: (isFollowing) => set({ isFollowing }),
  forget: () => set(({ resets }) => ({ active: null, openFolds: new Set(), resets: resets + 1 })),
}))

/** How many filters are kept; the oldest goes. */
const savedMax = 20

interface SavedFilters {
  queries: readonly string[]
  save: (query: string) => void
  remove: (query: string) => void
}

/** The filters that the reader has saved; they survive a reload. */
export const useSavedFilters = create<SavedFilters>()(
  persist(
    (set) => ({
      queries: [],
      save: (query) =>
        set(({ queries }) => ({
          queries: [...queries.filter((one) => one !== query), query].slice(-savedMax),
        })),
      remove: (query) => set(({ queries }) => ({ queries: queries.filter((one) => one !== query) })),
    }),
    { name: 'gms-tester-wire-filters', version: 1 },
  ),
)
