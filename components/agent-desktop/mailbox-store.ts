'use client'

import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { AgentMailboxItem } from '../../server/gms/contract.ts'

/** Per chat and in all; what is older goes. */
const itemsMax = 50
const mailboxesMax = 20

export interface ReceivedItem extends AgentMailboxItem {
  /** When it was fetched (ms). */
  readonly at: number
}

export interface MailboxState {
  /** Oldest first. */
  readonly items: readonly ReceivedItem[]
  /** When the mailbox was last asked (ms; null: never), and what went wrong then. */
  readonly askedAt: number | null
  readonly problem: string | null
}

const emptyMailbox: MailboxState = { items: [], askedAt: null, problem: null }

interface MailboxesState {
  /** By service id. */
  mailboxes: Readonly<Record<string, MailboxState>>
  isPaused: boolean
  setPaused: (isPaused: boolean) => void
  received: (serviceId: string, items: readonly AgentMailboxItem[], at: number) => void
  failed: (serviceId: string, problem: string, at: number) => void
}

/** What was fetched from the agents' mailboxes. Fetching empties them, so this is the only place that still has it. */
export const useMailboxStore = create<MailboxesState>()(
  persist(
    (set) => ({
      mailboxes: {},
      isPaused: false,
      setPaused: (isPaused) => set({ isPaused }),
      received: (serviceId, items, at) =>
        set(({ mailboxes }) => {
          const { items: before } = mailboxes[serviceId] ?? emptyMailbox
          const all = [...before, ...items.map(({ message, tag }) => ({ message, tag, at }))].slice(-itemsMax)
          return { mailboxes: withNewest(mailboxes, serviceId, { items: all, askedAt: at, problem: null }) }
        }),
      failed: (serviceId, problem, askedAt) =>
        set(({ mailboxes }) => {
          const before = mailboxes[serviceId] ?? emptyMailbox
          return { mailboxes: withNewest(mailboxes, serviceId, { ...before, askedAt, problem }) }
        }),
    }),
    { name: 'gms-tester-mailboxes', version: 1, storage: createJSONStorage(() => sessionStorage) },
  ),
)

function withNewest(
  mailboxes: MailboxesState['mailboxes'],
  serviceId: string,
  mailbox: MailboxState,
): MailboxesState['mailboxes'] {
  const others = Object.entries(mailboxes).filter(([id]) => id !== serviceId)
  return Object.fromEntries([...others.slice(1 - mailboxesMax), [serviceId, mailbox]])
}
