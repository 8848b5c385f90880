import type { AgentMailboxItem } from '../../server/gms/contract.ts'
import type { Reason } from '../failure-reason.ts'
import { randomHex } from '../random-user.ts'

/** How many items are kept of one mailbox, and of how many mailboxes; what is older goes. */
export const mailLimits = { items: 50, mailboxes: 20 } as const

export interface ReceivedItem extends AgentMailboxItem {
  /** When it was fetched (ms). */
  readonly at: number
  /** Ours: the same may be sent twice, but is fetched once, by one tab. */
  readonly id: string
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
  const all = [...before.items, ...items.map(({ message, tag }) => ({ message, tag, at, id: randomHex(16) }))]
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

/** Tells what has come to any mailbox since it last looked: nothing is new twice, though it goes and comes back. */
export function createNewMail() {
  const known = new Set<string>()
  return (now: MailByService): ReceivedItem[] => {
    const fresh = itemsOf(now).filter(({ id }) => !known.has(id))
    for (const { id } of fresh) known.add(id)
    return fresh
  }
}

/** Whether a mailbox that had answered, or was never asked, does not answer now. */
export const hasBegunToFail = (before: MailByService, now: MailByService): boolean =>
  Object.entries(now).some(([id, { failures }]) => failures > 0 && (before[id]?.failures ?? 0) === 0)

const itemsOf = (mail: MailByService) => Object.values(mail).flatMap(({ items }) => items)

/** What two tabs have of the mailboxes, as one: nothing that either has is lost. */
export function mergeMail(one: MailByService, other: MailByService): MailByService {
  const merged = [...new Set([...Object.keys(one), ...Object.keys(other)])].map((serviceId) => {
    const [older, newer] = [one[serviceId] ?? nothing, other[serviceId] ?? nothing].toSorted(
      (a, b) => (a.askedAt ?? 0) - (b.askedAt ?? 0),
    ) as [ReceivedMail, ReceivedMail]
    const items = new Map([...older.items, ...newer.items].map((item) => [item.id, item]))
    const both: ReceivedMail = {
      ...newer,
      items: [...items.values()].toSorted((a, b) => a.at - b.at).slice(-mailLimits.items),
      polls: Math.max(older.polls, newer.polls),
      seenAt: older.seenAt === null ? newer.seenAt : Math.max(older.seenAt, newer.seenAt ?? 0),
    }
    return [serviceId, both] as const
  })
  const inOrder = merged.toSorted(([, a], [, b]) => (a.askedAt ?? 0) - (b.askedAt ?? 0))
  return Object.fromEntries(inOrder.slice(-mailLimits.mailboxes))
}

/** Until when what had come is forgotten, and when that was said (ms). Of what tabs say, the last word holds. */
export interface Forgetting {
  readonly until: number
  readonly saidAt: number
}

/** The mail without what is forgotten. */
export function withoutForgotten(mail: MailByService, { until }: Forgetting): MailByService {
  const asked = Object.entries(mail).filter(([, { askedAt }]) => (askedAt ?? 0) > until)
  return Object.fromEntries(
    asked.map(([id, own]) => [id, { ...own, items: own.items.filter(({ at }) => at > until) }]),
  )
}

function withNewest(mail: MailByService, serviceId: string, newest: ReceivedMail): MailByService {
  const others = Object.entries(mail).filter(([id]) => id !== serviceId)
  return Object.fromEntries([...others.slice(1 - mailLimits.mailboxes), [serviceId, newest]])
}
