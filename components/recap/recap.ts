import type { CallbackDetailJson, CallbackWireRow } from '../../server/tester/contract.ts'
import { fetchedNews } from '../wire/fetched-news.ts'
import { isDelivered } from '../wire/push-outcome.ts'

/** What a customer's app sent and received for one callback, as the wire has it. */
export interface Recap {
  /** What somebody wanted, oldest first. */
  readonly requests: readonly CallbackWireRow[]
  /** Those that arrived. */
  readonly pushes: readonly CallbackWireRow[]
  /** The poll whose answer brought the news of an agent; null when none did. */
  readonly fetchedBy: CallbackWireRow | null
  /** How often the app only asked whether there was anything new … */
  readonly polls: number
  /** … or told that somebody was typing, or no longer. */
  readonly typing: number
}

const polls: ReadonlySet<string> = new Set([
  'check-queue-position',
  'retrieve-notifications',
  'ixn/chat/refresh',
])

/** Counts the rows of the wire that are about this callback. */
export function recapOf(
  rows: readonly CallbackWireRow[],
  { id, timeline }: Pick<CallbackDetailJson, 'id' | 'timeline'>,
): Recap {
  const own = rows.filter(({ serviceId }) => serviceId === id)
  const sent = own.filter(
    ({ kind, protocol, actor }) => kind === 'exchange' && protocol === 'rest' && actor === 'customer',
  )
  const isTyping = ({ note }: CallbackWireRow) => /typing$/i.test(note)
  const isPoll = ({ note }: CallbackWireRow) => polls.has(note)
  return {
    requests: sent.filter((row) => !isTyping(row) && !isPoll(row)),
    pushes: own.filter(isDelivered),
    fetchedBy: fetchedNews(sent, timeline),
    polls: sent.filter(isPoll).length,
    typing: sent.filter(isTyping).length,
  }
}
