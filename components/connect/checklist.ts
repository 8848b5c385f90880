import type { TimelineItem, TrafficSummary } from '../../server/tester/contract.ts'
import { fetchedNews } from '../wire/fetched-news.ts'
import { isDelivered, isLost } from '../wire/push-outcome.ts'
import type { Client } from './clients.ts'

/** What a client has to do for the whole flow, in its order. */
export const checkNames = [
  'start',
  'user',
  'comet',
  'subscribe',
  'push',
  'connect',
  'chat',
  'message',
  'delivery',
] as const

export type CheckName = (typeof checkNames)[number]

/** Why something that was seen is not as it should be. */
export type Problem =
  | 'start-refused'
  | 'start-without-user'
  | 'handshake-without-user'
  | 'subscribed-late'
  | 'never-subscribed'
  | 'push-lost'
  | 'push-not-taken'
  | 'connect-refused'
  | 'chat-refused'
  | 'message-refused'

/** One thing that was looked for. `row` is the number of the row on the wire that shows it. */
export type Check = { readonly name: CheckName } & (
  | { readonly state: 'done'; readonly row: number }
  | { readonly state: 'wrong'; readonly row: number; readonly problem: Problem }
  | { readonly state: 'open'; readonly row: null }
)

/**
 * How far a client has come with its newest callback, as the traffic and the callback's timeline show it; nothing is
 * asked of the client. Of a poll only the timeline tells whether it can have heard anything.
 */
export function checklistOf(client: Client | null, timeline: readonly TimelineItem[]): Check[] {
  const seen = client === null ? nothingSeen : look(client, timeline)
  return checkNames.map((name): Check => {
    const found = finders[name](seen)
    if (found === null) return { name, state: 'open', row: null }
    const { row, problem } = found
    return problem === null
      ? { name, state: 'done', row: row.number }
      : { name, state: 'wrong', row: row.number, problem }
  })
}

interface Found {
  readonly row: TrafficSummary
  readonly problem: Problem | null
}

/** The client's rows, sorted by what they are. */
interface Seen {
  readonly user: string | null
  readonly start: TrafficSummary | null
  /** Requests about the callback that was started last. */
  readonly requests: readonly TrafficSummary[]
  readonly comet: readonly TrafficSummary[]
  readonly pushes: readonly TrafficSummary[]
  /** What happened to it. */
  readonly timeline: readonly TimelineItem[]
}

const nothingSeen: Seen = { user: null, start: null, requests: [], comet: [], pushes: [], timeline: [] }

/** The id of the callback that a client started last; null when none is seen. */
export const newestCallbackOf = ({ rows }: Client): string | null => startOf(rows)?.serviceId ?? null

function startOf(rows: readonly TrafficSummary[]): TrafficSummary | null {
  const starts = rows.filter(
    ({ protocol, note, status }) => protocol === 'rest' && note === 'start callback' && status !== null,
  )
  return starts.findLast(isAnswered) ?? starts.at(-1) ?? null
}

function look({ user, rows }: Client, timeline: readonly TimelineItem[]): Seen {
  const start = startOf(rows)
  const id = start?.serviceId ?? null
  const of = (row: TrafficSummary) => id !== null && row.serviceId === id
  return {
    user,
    start,
    requests: rows.filter((row) => row.protocol === 'rest' && row.actor === 'customer' && of(row)),
    comet: rows.filter((row) => row.protocol === 'bayeux' && row.kind !== 'push'),
    pushes: rows.filter((row) => row.kind === 'push' && of(row)),
    timeline,
  }
}

const finders: Readonly<Record<CheckName, (seen: Seen) => Found | null>> = {
  start: ({ start }) => start && { row: start, problem: isAnswered(start) ? null : 'start-refused' },

  user: ({ start }) =>
    start && isAnswered(start)
      ? { row: start, problem: start.user === null ? 'start-without-user' : null }
      : null,

  comet({ user, comet }) {
    const named = comet.find((row) => row.user !== null && row.user === user)
    if (named !== undefined) return { row: named, problem: null }
    const nameless = comet.findLast(isAbout('/meta/handshake'))
    return nameless === undefined ? null : { row: nameless, problem: 'handshake-without-user' }
  },

  subscribe({ comet, requests }) {
    const subscription = comet.find((row) => isAbout('/meta/subscribe')(row) && !isRefused(row, comet))
    const connect = requests.find(isOperation('connect'))
    if (subscription !== undefined) {
      const isLate = connect !== undefined && subscription.number > connect.number
      return { row: subscription, problem: isLate ? 'subscribed-late' : null }
    }
    // Who polls needs no subscription.
    const asks = comet.length > 0 && !requests.some(isOperation('retrieve-notifications'))
    return connect !== undefined && asks ? { row: connect, problem: 'never-subscribed' } : null
  },

  push({ comet, requests, pushes, timeline }) {
    // Who did not take it, or did not confirm in time, is told again.
    const announced = pushes.filter(({ note }) => note.startsWith('service.agentavailable.'))
    // An answer may carry a push to where nobody listens any more: then it is lost.
    const kept = announced.filter((row) => !isLost(row))
    const arrived =
      comet.find((row) => isEvent(row) && row.number > (kept[0]?.number ?? Infinity)) ??
      kept.find(isDelivered) ??
      fetchedNews(requests, timeline)
    if (arrived !== null) return { row: arrived, problem: null }
    const last = announced.at(-1)
    return last === undefined ? null : { row: last, problem: isLost(last) ? 'push-lost' : 'push-not-taken' }
  },

  connect: operation('connect', 'connect-refused'),
  chat: operation('ixn/chat', 'chat-refused'),
  message: operation('ixn/chat/send', 'message-refused'),

  delivery({ comet, requests, timeline }) {
    const chat = requests.find((row) => isOperation('ixn/chat')(row) && isAnswered(row))
    if (chat === undefined) return null
    const joined = timeline.find(({ type }) => type === 'agent-connected')
    const row =
      comet.find((each) => isEvent(each) && each.number > chat.number) ??
      requests.find(
        (each) =>
          isOperation('ixn/chat/refresh')(each) &&
          isAnswered(each) &&
          joined !== undefined &&
          isAfter(each, joined),
      )
    return row === undefined ? null : { row, problem: null }
  },
}

/** The first request for it that was answered well, else the last that was refused. */
function operation(note: string, problem: Problem) {
  return ({ requests }: Seen): Found | null => {
    const those = requests.filter(isOperation(note))
    const good = those.find(isAnswered)
    if (good !== undefined) return { row: good, problem: null }
    const refused = those.findLast(({ status }) => status !== null)
    return refused === undefined ? null : { row: refused, problem }
  }
}

/** By the numbers of the wire; where the event goes back to no row, by the centre's time. */
const isAfter = ({ number, centreAt }: TrafficSummary, { traffic, at }: TimelineItem): boolean =>
  traffic === null ? centreAt >= at : number > traffic

const isAnswered = ({ status }: TrafficSummary): boolean => status !== null && status < 400

const isOperation =
  (note: string) =>
  (row: TrafficSummary): boolean =>
    row.note === note

/** A Bayeux exchange or a frame from the client that has this channel. */
const isAbout =
  (channel: string) =>
  (row: TrafficSummary): boolean =>
    row.method !== 'RECEIVE' && (row.note.split(/ → |: /)[0] ?? '').split(', ').includes(channel)

/** An exchange says itself that it was refused; of a frame, the frame that answers it does. */
const isRefused = (row: TrafficSummary, rows: readonly TrafficSummary[]): boolean =>
  row.isRefused || rows.some((each) => each.isRefused && each.cause === row.number)

/** A Bayeux exchange or a frame that brought the client an event. */
const isEvent = (row: TrafficSummary): boolean =>
  row.kind === 'frame'
    ? row.method === 'RECEIVE' && row.note.split(/, |: /).includes('/_genesys')
    : row.note.includes(' → ') && row.note.includes('/_genesys')
