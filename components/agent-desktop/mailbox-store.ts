'use client'

import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { AgentMailboxItem } from '../../server/gms/contract.ts'
import { takeUp } from '../use-other-tabs.ts'
import type { Reason } from '../failure-reason.ts'
import {
  mergeMail,
  missMail,
  receiveMail,
  seeMail,
  withoutForgotten,
  type Forgetting,
  type MailByService,
} from './received-mail.ts'

/** Where the browser keeps them. */
export const mailboxesKey = 'gms-tester-mailboxes'

interface MailboxesState {
  mailboxes: MailByService
  /** What a tab that has not heard of a reset writes back is forgotten all the same. */
  forgetting: Forgetting
  isPaused: boolean
  setPaused: (isPaused: boolean) => void
  received: (serviceId: string, items: readonly AgentMailboxItem[], at: number) => void
  failed: (serviceId: string, problem: Reason, at: number) => void
  seen: (serviceId: string, at: number) => void
  /** The chats are gone, and their mailboxes with them. */
  forget: (at: number) => void
  /** These are there again. */
  remember: (mailboxes: MailByService, at: number) => void
}

/**
 * What was fetched from the agents' mailboxes. Fetching empties them, so this is the only place that still has it, for
 * every tab of the browser: whichever fetched it.
 */
export const useMailboxStore = create<MailboxesState>()(
  persist(
    (set) => {
      const change = (how: (mailboxes: MailByService) => MailByService) => {
        takeUpMail()
        set(({ mailboxes }) => ({ mailboxes: how(mailboxes) }))
      }
      return {
        mailboxes: {},
        forgetting: { until: 0, saidAt: 0 },
        isPaused: false,
        setPaused: (isPaused) => {
          takeUpMail()
          set({ isPaused })
        },
        received: (serviceId, items, at) => change((mail) => receiveMail(mail, serviceId, items, at)),
        failed: (serviceId, problem, at) => change((mail) => missMail(mail, serviceId, problem, at)),
        seen: (serviceId, at) => change((mail) => seeMail(mail, serviceId, at)),
        forget: (at) => set({ mailboxes: {}, forgetting: { until: at, saidAt: at } }),
        remember: (mailboxes, at) => set({ mailboxes, forgetting: { until: 0, saidAt: at } }),
      }
    },
    {
      name: mailboxesKey,
      version: 1,
      merge: (kept, current) => {
        const written = { ...current, ...(kept as Partial<MailboxesState> | undefined) }
        const { isPaused } = written
        const { forgetting } = written.forgetting.saidAt > current.forgetting.saidAt ? written : current
        const mailboxes = withoutForgotten(mergeMail(current.mailboxes, written.mailboxes), forgetting)
        return { ...current, isPaused, forgetting, mailboxes }
      },
    },
  ),
)

/** Reads what other tabs have written. Whoever writes reads it first: what is written takes its place. */
export const takeUpMail = (): unknown => takeUp(useMailboxStore)
