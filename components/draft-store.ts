'use client'

import { useEffect, useEffectEvent } from 'react'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { keptOf, withArrived, withLine, without, type LineUnderWay } from './chat/lines-under-way.ts'

/** More fields than this are not remembered; the oldest make room. */
export const draftsMax = 100

interface DraftState {
  /** By field, what stands in it and is not sent. */
  drafts: Readonly<Record<string, string>>
  /** By field, the line of a chat that has left it and is not answered. */
  lines: Readonly<Record<string, LineUnderWay>>
  write: (field: string, text: string) => void
  forget: (field: string) => void
  /** A line leaves the field; null: it is answered. */
  underWay: (field: string, line: LineUnderWay | null) => void
  /** The line that came back into the field has arrived. */
  arrived: (field: string) => void
}

/** What has been typed and not sent, or not answered. It belongs to this tab, and survives its reload. */
export const useDraftStore = create<DraftState>()(
  persist(
    (set) => ({
      drafts: {},
      lines: {},
      write: (field, text) => set(({ drafts }) => ({ drafts: withDraft(drafts, field, text) })),
      forget: (field) => set(({ drafts }) => ({ drafts: without(drafts, field) })),
      underWay: (field, line) => set((store) => withLine(store, field, line)),
      arrived: (field) => set((store) => withArrived(store, field)),
    }),
    {
      name: 'gms-tester-drafts',
      version: 1,
      storage: createJSONStorage(() => sessionStorage),
      partialize: (store) => keptOf(store),
    },
  ),
)

/** The drafts with this one, the newest last. */
export function withDraft(drafts: DraftState['drafts'], field: string, text: string): DraftState['drafts'] {
  return Object.fromEntries([...Object.entries(without(drafts, field)), [field, text]].slice(-draftsMax))
}

/** Like `useState` for a text field whose text survives a reload; `initial` stands in it until somebody types. The third forgets it. */
export function useDraft(field: string, initial = '') {
  const text = useDraftStore(({ drafts }) => drafts[field] ?? initial)
  const write = useDraftStore((store) => store.write)
  const forget = useDraftStore((store) => store.forget)
  return [
    text,
    (next: string) => (next === initial ? forget(field) : write(field, next)),
    () => forget(field),
  ] as const
}

/**
 * A draft that says what is set has done its work, whoever set it and however often it was tried; one that says
 * something else by then stays. Looks when `set` has changed, not while somebody types.
 */
export function useForgetWhenSet(set: string, isSaidByDraft: (set: string) => boolean, forget: () => void) {
  const look = useEffectEvent((now: string) => {
    if (isSaidByDraft(now)) forget()
  })
  useEffect(() => look(set), [set])
}
