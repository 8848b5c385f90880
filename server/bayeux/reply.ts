import type { BayeuxLimits } from './bayeux.ts'
import type { Message } from './message.ts'

/**
 * What the server tells a client to do next. Advice replaces all former advice of a client, so it is always sent
 * whole.
 */
export interface Advice {
  readonly reconnect: 'retry' | 'handshake' | 'none'
  readonly interval: number
  readonly timeout: number
  readonly maxInterval: number
}

/** Whole advice with the normal timings; `interval` in milliseconds where it differs from them. */
export function adviceFor(
  limits: BayeuxLimits,
  reconnect: Advice['reconnect'],
  interval: number = limits.interval,
): Advice {
  return { reconnect, interval, timeout: limits.timeout, maxInterval: limits.maxInterval }
}

export interface ReplyFields {
  readonly error?: string
  readonly advice?: Advice
  readonly ext?: Readonly<Record<string, unknown>>
  readonly subscription?: unknown
  readonly version?: string
  readonly minimumVersion?: string
  readonly clientId?: string
  readonly supportedConnectionTypes?: readonly string[]
}

/**
 * Writes the reply to a message. Its id comes back with the JSON type it had: clients compare with `===`. There is
 * no way to put `data` into it: clients would take it for an event.
 */
export function writeReply(channel: string, id: unknown, successful: boolean, fields: ReplyFields): string {
  return JSON.stringify({ channel, id, successful, ...fields })
}

/** The id of a message, if it is one that can be given back. */
export function idOf(message: Message): string | number | undefined {
  const id = message['id']
  return typeof id === 'string' || typeof id === 'number' ? id : undefined
}

/** Writes an event. It names neither its publisher's client id (whoever knows it, is it) nor a message id. */
export function writeEvent(channel: string, data: unknown): string {
  return JSON.stringify({ channel, data: data === undefined ? null : data })
}

/** The refusals, as `code:arguments:text`; the codes are the reference server's. */
export const refusals = {
  unknownClient: '402::Unknown client',
  noCommonTransport: '403::No connection type in common',
  noRoom: '503::Too many sessions',
  noRoomForUser: '503::Too many sessions of this user',
  subscriptionMissing: '403::Subscription missing',
  subscriptionInvalid: (channel: string) => `403:${channel}:Subscription invalid`,
  subscriptionDenied: (channel: string) => `403:${channel}:Subscription denied`,
  subscriptionsMax: '403::Too many subscriptions',
  publishDenied: '403::Publish denied',
  channelInvalid: '405::Channel invalid',
  channelUnknown: '404::Unknown meta channel',
  dataMissing: '400::Data missing',
  superseded: '409::Superseded by a newer connect',
} as const
