'use client'

import dynamic from 'next/dynamic'
import { create } from 'zustand'
import { loadAgain } from './load-again.ts'

/** Something that has happened, told in a corner of the page; `why` is a sentence of the API, in English. */
export type Notice = { title: string; text?: string; why?: string } & (
  | { tone?: 'success'; action?: NoticeAction }
  // Nothing was done, and this is why.
  | { tone: 'info'; action?: NoticeAction }
  // Whoever is told that something failed is told what to do as well.
  | { tone: 'danger'; action: NoticeAction }
)

/** What can be done about it: a link, or something to press. */
export type NoticeAction = { label: string; href: string } | { label: string; onSelect: () => void }

interface NoticeState {
  /** Not shown yet, the oldest first. */
  waiting: readonly Notice[]
  /** Whether there has been one: from then on the corner is there. */
  hasBegun: boolean
  add: (notice: Notice) => void
  take: () => readonly Notice[]
}

/** The notices on their way to the corner. */
export const useNoticeStore = create<NoticeState>()((set, get) => ({
  waiting: [],
  hasBegun: false,
  add: (notice) => set(({ waiting }) => ({ waiting: [...waiting, notice], hasBegun: true })),
  take: () => {
    const { waiting } = get()
    set({ waiting: [] })
    return waiting
  },
}))

const Notices = dynamic(() => loadAgain(() => import('./notices.tsx')).then((module) => module.Notices), {
  ssr: false,
})

/** Where notices appear: at the lower right, over everything, announced once. */
export function Toasts() {
  return useNoticeStore((store) => store.hasBegun) ? <Notices /> : null
}

/** Shows a notice: what has happened, and what can be done about it. A failure stays until it is dismissed. */
export const useToast = (): ((notice: Notice) => void) => useNoticeStore((store) => store.add)
