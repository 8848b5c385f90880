'use client'

import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'

/** A parameter that is being edited. */
interface Draft {
  /** The value that the editing began from; when another one is there, somebody else has saved. */
  readonly base: string
  readonly value: string
}

interface DraftsState {
  readonly drafts: Readonly<Record<string, Draft>>
  begin: (key: string, value: string) => void
  change: (key: string, changes: Partial<Draft>) => void
  end: (key: string) => void
}

/** Names one parameter of one service. */
export const draftKey = (service: string, parameter: string): string => `${service} ${parameter}`

/** What is being typed and is not saved. It survives a reload of its tab. */
export const useDraftsStore = create<DraftsState>()(
  persist(
    (set) => ({
      drafts: {},
      begin: (key, value) => set(({ drafts }) => ({ drafts: { ...drafts, [key]: { base: value, value } } })),
      change: (key, changes) =>
        set(({ drafts }) => {
          const draft = drafts[key]
          return draft === undefined ? {} : { drafts: { ...drafts, [key]: { ...draft, ...changes } } }
        }),
      end: (key) =>
        set(({ drafts }) => ({
          drafts: Object.fromEntries(Object.entries(drafts).filter(([each]) => each !== key)),
        })),
    }),
    {
      name: 'gms-tester-service-drafts',
      version: 1,
      storage: createJSONStorage(() => sessionStorage),
    },
  ),
)
