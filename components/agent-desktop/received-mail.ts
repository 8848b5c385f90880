import type { AgentMailboxItem } from '../../server/gms/contract.ts'

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
  readonly problem: string | null
}

/** By service id, the one that was asked longest ago first. */
export type MailByService = Readonly<Record<string, ReceivedMail>>

const nothing: ReceivedMail = { items: [], askedAt: null, problem: null }

/** A mailbox was asked and has answered these. */
export function receiveMail(
  mail: MailByService,
  serviceId: string,
  items: readonly AgentMailboxItem[],
  at: number,
): MailByService {
  const before = mail[serviceId]?.items ?? []
  const all = [...before, ...items.map(({ message, tag }) => ({ message, tag, at }))]
  return withNewest(mail, serviceId, { items: all.slice(-mailLimits.items), askedAt: at, problem: null })
}

/** A mailbox was asked in vain; what it had answered before stays. */
export function missMail(mail: MailByService, serviceId: string, problem: string, at: number): MailByService {
  return withNewest(mail, serviceId, { ...(mail[serviceId] ?? nothing), askedAt: at, problem })
}

function withNewest(mail: MailByService, serviceId: string, newest: ReceivedMail): MailByService {
  const others = Object.entries(mail).filter(([id]) => id !== serviceId)
  return Object.fromEntries([...others.slice(1 - mailLimits.mailboxes), [serviceId, newest]])
}
