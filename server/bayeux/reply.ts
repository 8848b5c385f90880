import { isMeta } from './channel.ts'
import type { BayeuxLimits } from './limits.ts'
import { extOf, isRecord, type Message } from './message.ts'

type Reconnect = 'retry' | 'handshake' | 'none'

/**
 * What the server tells a client to do next: whole advice with the normal timings, because it replaces all former
 * advice of a client; `interval` in milliseconds where it differs from them.
 */
export function adviceFor(limits: BayeuxLimits, reconnect: Reconnect, interval = limits.interval) {
  const { timeout, maxInterval } = limits
  return { reconnect, interval, timeout, maxInterval }
}

/** `multiple-clients`: another tab of this browser has the held connect. */
export type Advice = ReturnType<typeof adviceFor> & { readonly 'multiple-clients'?: true }

/** What a reply says besides what it repeats; what is undefined is left out. */
export interface ReplyFields {
  readonly error?: MessageError | undefined
  readonly advice?: Advice | undefined
  readonly ext?: Readonly<Record<string, unknown>> | undefined
  /** Clients would take it for an event. */
  readonly data?: never
  readonly [field: string]: unknown
}

/** What the reply to a message repeats of it. */
export type Asked = ReturnType<typeof askedBy>

export function askedBy(message: Message, arrivedAt: number) {
  const { channel, id } = message
  // Of any other kind, or less exact than it was sent, it could not be given back.
  const isId = typeof id === 'string' || (typeof id === 'number' && Math.abs(id) <= Number.MAX_SAFE_INTEGER)
  return { channel, id: isId ? id : undefined, sync: isMeta(channel) ? syncOf(message, arrivedAt) : null }
}

/** Offsets below this are the network's, not the clock's. */
const tolerance = 25

/**
 * What the time-synchronization extension of one message is answered, but for how long it was held: `tc`, the client's
 * clock when it sent the message, `ts`, ours when it arrived, and `a`, by how much the client's idea of ours is wrong.
 * Null when the message does not ask, or when its clock is known well enough.
 */
function syncOf(message: Message, arrivedAt: number) {
  const asked = extOf(message)?.['timesync']
  if (!isRecord(asked)) return null
  const { tc, l: lag, o: offset } = asked
  if (typeof tc !== 'number' || typeof lag !== 'number' || typeof offset !== 'number') return null
  const accuracy = tc + offset + lag - arrivedAt
  if (!Number.isFinite(accuracy)) return null
  return lag === 0 || Math.abs(accuracy) >= tolerance ? { tc, ts: arrivedAt, a: accuracy } : null
}

/**
 * Writes the reply to a message that was held for so many milliseconds: a failure when there is an error. Its id
 * comes back with the JSON type it had: clients compare with `===`.
 */
export function writeReply({ channel, id, sync }: Asked, fields: ReplyFields, heldFor = 0): string {
  const echo = id === undefined ? '' : `"id":${JSON.stringify(id)},`
  const head = `{"channel":${JSON.stringify(channel)},${echo}"successful":${fields.error === undefined}`
  const ext = sync === null ? fields.ext : { ...fields.ext, timesync: { ...sync, p: heldFor } }
  const tail = JSON.stringify(ext === undefined ? fields : { ...fields, ext })
  // Most replies say no more than this, and with every push there goes one.
  return tail === '{}' ? `${head}}` : `${head},${tail.slice(1)}`
}

/**
 * What goes to listeners. It names neither its publisher's client id (whoever knows it, is it) nor a message id,
 * unless it answers the remote call of that id.
 */
export interface BayeuxEvent {
  readonly channel: string
  readonly data: unknown
  readonly id?: string | number | undefined
  readonly ext?: Readonly<Record<string, unknown>> | undefined
}

export const writeEvent = (event: BayeuxEvent): string =>
  JSON.stringify(event.data === undefined ? { ...event, data: null } : event)

const unknownClient = '402::Unknown client'

/** Why a handshake was refused, or a client id was not accepted, and the error that says so. */
export const turnedAwayWith = {
  'no-transport': '403::No connection type in common',
  'too-many': '503::Too many sessions',
  'too-many-of-user': '503::Too many sessions of this user',
  'too-many-of-browser': '503::Too many sessions of this browser',
  'too-many-of-address': '503::Too many sessions of this address',
  'too-fast': '503::Too many handshakes',
  failed: '500::The server failed',
  'no-session': unknownClient,
  'other-user': unknownClient,
  'other-browser': unknownClient,
} as const

export type TurnedAway = keyof typeof turnedAwayWith

/** What else a message is refused with. */
export const refusedWith = {
  'channel-missing': '400::Channel missing',
  'data-missing': '400::Data missing',
  'subscription-missing': '403::Subscription missing',
  'subscription-invalid': '403::Subscription invalid',
  'subscription-denied': '403::Subscription denied',
  'subscriptions-full': '403::Too many subscriptions',
  'publish-denied': '403::Publish denied',
  'meta-unknown': '404::Unknown meta channel',
  'channel-invalid': '405::Channel invalid',
  superseded: '409::Superseded by a newer connect',
} as const

/** An error without its arguments. */
export type PlainError = (typeof turnedAwayWith)[TurnedAway] | (typeof refusedWith)[keyof typeof refusedWith]

/** `code:arguments:text`; the codes are the reference server's. */
export type MessageError = PlainError | `403:${string}:Subscription denied`

/** The error as it reads without its arguments, which may have colons of their own. */
export const withoutArguments = (error: string): string => error.replace(/^(\d+):.*:/s, '$1::')
