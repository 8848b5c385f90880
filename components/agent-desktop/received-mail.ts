import type { AgentMailboxItem } from '../../server/gms/contract.ts'
import type { Reason } from '../failure-reason.ts'

/** How many items are kept of one mailbox, and of how many mailboxes; what is older goes. */
export const mailLimits = { items: 50, mailboxes: 20 } as const

export interface ReceivedItem extends AgentMailboxItem {
  /** When it was fetched (ms). */
  readonly at: number
}

export interface ReceivedMail {
  /** Oldest first. */
  readonly items: readonly ReceivedItem[]
  /** When the mailbox was last asked (ms; null: never), and what went wrong then. */
  readonly askedAt: number | null
  readonly problem: Reason | null
  /** How often it was asked. */
  readonly polls: number
  /** How often in a row it did not answer. */
  readonly failures: number
  /** When somebody last looked at it (ms; null: never). */
  readonly seenAt: number | null
}

/** By service id, the one that was asked longest ago first. */
export type MailByService = Readonly<Record<string, ReceivedMail>>

const nothing: ReceivedMail = { items: [], askedAt: null, problem: null, polls: 0, failures: 0, seenAt: null }

/** How many items have come since somebody last looked. */
export function unreadIn(mail: MailByService, serviceId: string): number {
  const { items, seenAt } = mail[serviceId] ?? nothing
  return seenAt === null ? items.length : items.filter(({ at }) => at > seenAt).length
}

/** Somebody has looked at all there is. */
export function seeMail(mail: MailByService, serviceId: string, at: number): MailByService {
  const own = mail[serviceId]
  return own === undefined ? mail : { ...mail, [serviceId]: { ...own, seenAt: at } }
}

/** A mailbox was asked and has answered these. */
export function receiveMail(
  mail: MailByService,
  serviceId: string,
  items: readonly AgentMailboxItem[],
  at: number,
): MailByService {
  const before = mail[serviceId] ?? nothing
  const all = [...before.items, ...items.map(({ message, tag }) => ({ message, tag, at }))]
  return withNewest(mail, serviceId, {
    items: all.slice(-mailLimits.items),
    askedAt: at,
    problem: null,
    polls: before.polls + 1,
    failures: 0,
    seenAt: before.seenAt,
  })
}

/** A mailbox was asked in vain; what it had answered before stays. */
export function missMail(mail: MailByService, serviceId: string, problem: Reason, at: number): MailByService {
  const before = mail[serviceId] ?? nothing
  return withNewest(mail, serviceId, {
    ...before,
    askedAt: at,
    problem,
    polls: before.polls + 1,
    failures: before.failures + 1,
  })
}

function withNewest(mail: MailByService, serviceId: string, newest: ReceivedMail): MailByService {
  const others = Object.entries(mail).filter(([id]) => id !== serviceId)
  return Object.fromEntries([...others.slice(1 - mailLimits.mailboxes), [serviceId, newest]])
}
