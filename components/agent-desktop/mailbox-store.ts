'use client'

import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { AgentMailboxItem } from '../../server/gms/contract.ts'
import type { Reason } from '../failure-reason.ts'
import { missMail, receiveMail, seeMail, type MailByService } from './received-mail.ts'

interface MailboxesState {
  mailboxes: MailByService
  isPaused: boolean
  setPaused: (isPaused: boolean) => void
  received: (serviceId: string, items: readonly AgentMailboxItem[], at: number) => void
  failed: (serviceId: string, problem: Reason, at: number) => void
  seen: (serviceId: string, at: number) => void
  /** The chats are gone, and their mailboxes with them. */
  forget: () => void
}

/** What was fetched from the agents' mailboxes. Fetching empties them, so this is the only place that still has it. */
export const useMailboxStore = create<MailboxesState>()(
  persist(
    (set) => ({
      mailboxes: {},
      isPaused: false,
      setPaused: (isPaused) => set({ isPaused }),
      received: (serviceId, items, at) =>
        set(({ mailboxes }) => ({ mailboxes: receiveMail(mailboxes, serviceId, items, at) })),
      failed: (serviceId, problem, at) =>
        set(({ mailboxes }) => ({ mailboxes: missMail(mailboxes, serviceId, problem, at) })),
      seen: (serviceId, at) => set(({ mailboxes }) => ({ mailboxes: seeMail(mailboxes, serviceId, at) })),
      forget: () => set({ mailboxes: {} }),
    }),
    { name: 'gms-tester-mailboxes', version: 3, storage: createJSONStorage(() => sessionStorage) },
  ),
)
