'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { paths, type AgentMailboxItem } from '../../server/gms/contract.ts'
import { agentsQuery } from '../agents-queries.ts'
import { askGms } from '../gms-client.ts'
import { reasonOf } from '../failure-reason.ts'
import { useOtherTabs } from '../use-other-tabs.ts'
import { liveOf } from './interactions.ts'
import { mailboxesKey, takeUpMail, useMailboxStore } from './mailbox-store.ts'

export const mailboxEveryMillis = 3_000

/** Fetches one mailbox now. What goes wrong stands in the store: the next poll is the retry. */
export async function fetchMailbox(serviceId: string): Promise<void> {
  const { received, failed } = useMailboxStore.getState()
  try {
    const path = paths.operation(serviceId, 'retrieve-agent-notifications')
    received(serviceId, await askGms<AgentMailboxItem[]>(path, ''), Date.now())
  } catch (error) {
    failed(serviceId, reasonOf(error), Date.now())
  }
}

/** The next poll of a mailbox; another tab that has just asked has done it for this one too. */
function pollMailbox(serviceId: string) {
  const askedAt = useMailboxStore.getState().mailboxes[serviceId]?.askedAt ?? 0
  if (Math.abs(Date.now() - askedAt) > mailboxEveryMillis / 2) void fetchMailbox(serviceId)
}

/**
 * Every agent's desktop, drawn or not: it polls the mailbox of each chat that rings or goes on, every 3 s, unless
 * polling is paused.
 */
export function Mailboxes() {
  const { data: agents } = useQuery(agentsQuery())
  const isPaused = useMailboxStore((store) => store.isPaused)
  useOtherTabs(mailboxesKey, takeUpMail)
  const live = [...new Set((agents ?? []).flatMap(liveOf).map(({ serviceId }) => serviceId))]
    .toSorted()
    .join(' ')
  useEffect(() => {
    if (isPaused || live === '') return
    const poll = () => live.split(' ').forEach(pollMailbox)
    poll()
    const timer = window.setInterval(poll, mailboxEveryMillis)
    return () => window.clearInterval(timer)
  }, [live, isPaused])
  return null
}
