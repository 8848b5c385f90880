import { createHash } from 'node:crypto'
import { cometPath, gmsBase, pushChannel } from '../gms/contract.ts'
import type { TrafficSummary } from './contract.ts'
import type { TrafficRecord } from './traffic-record.ts'

export const testerBase = '/gmstester/api'

/** Which part of the server a path belongs to; `other` are the pages. */
export type Owner = 'bayeux' | 'gms' | 'tester' | 'other'

/** Who owns this request target. Decided on the raw path, before anything redirects or decodes. */
export function ownerOf(target: string): Owner {
  const path = pathOf(target)
  const isBelow = (base: string) => path === base || path.startsWith(`${base}/`)
  if (isBelow(cometPath)) return 'bayeux'
  if (isBelow(gmsBase)) return 'gms'
  return isBelow(testerBase) ? 'tester' : 'other'
}

const agentOperations = new Set(['internal-notification', 'retrieve-agent-notifications'])

/** Who speaks, which service instance it is about and what is done, read from a request target. */
export function readTarget(
  owner: Owner,
  target: string,
): { actor: TrafficSummary['actor']; serviceId: string | null; note: string } {
  const parts = pathOf(target).split('/').filter(Boolean)
  if (owner === 'tester') {
    const [resource, , kind, serviceId] = parts.slice(2)
    return {
      actor: resource === 'agents' ? 'agent' : 'tester',
      serviceId: (kind === 'interactions' || kind === 'entries' ? serviceId : undefined) ?? null,
      note: parts.slice(2).join('/'),
    }
  }
  if (owner === 'bayeux') return { actor: 'customer', serviceId: null, note: '' }
  const [, , area, first, ...rest] = parts
  if (area !== 'service') {
    const actor = area === 'admin' ? 'tester' : 'customer'
    return { actor, serviceId: null, note: parts.slice(2).join('/') }
  }
  const [, of] = rest
  if (first === 'callback' && of !== undefined)
    return of === 'availability'
      ? { actor: 'customer', serviceId: null, note: of }
      : { actor: 'customer', serviceId: of, note: 'callback' }
  if (first === 'callback' || rest.length === 0)
    return { actor: 'customer', serviceId: null, note: 'start callback' }
  const operation = rest.join('/')
  return {
    actor: agentOperations.has(operation) ? 'agent' : 'customer',
    serviceId: first ?? null,
    note: operation,
  }
}

const pathOf = (target: string): string => target.split('?', 1)[0] ?? ''

/** The id that a start has just answered; null when the answer is not of that kind. */
export function startedId(answer: string): string | null {
  const id = fieldOf(parseJson(answer), '_id')
  return typeof id === 'string' ? id : null
}

/** Asked again and again, and mostly answered as before. */
const polls: ReadonlySet<string> = new Set([
  'check-queue-position',
  'retrieve-notifications',
  'retrieve-agent-notifications',
  'ixn/chat/refresh',
])

export const isPoll = ({ note }: Pick<TrafficRecord, 'note'>): boolean => polls.has(note)

/** Fills in what tells one answer of a poll from another of the same length. */
export function describePoll(record: TrafficRecord): void {
  const body = record.responseBody
  const print = createHash('sha1').update(`${body.size} ${body.text()}`)
  record.answerPrint = print.digest('base64url').slice(0, 8)
}

/** What Bayeux messages say about the row that carries them. */
export interface BayeuxWords {
  readonly channels: string[]
  readonly events: string[]
  /** The ids of the notifications that they bring. */
  readonly notifications: string[]
  /** Channel and id of each, by which an answer is known. */
  readonly messages: string[]
  /** Those that were refused, and what with: `402::Unknown client`. */
  readonly refused: { readonly channel: string; readonly error: string }[]
  readonly serviceId: string | null
  readonly isWorkbenchHandshake: boolean
}

/** Reads a Bayeux body or frame; whatever it is not, it has no words. */
export function readBayeux(text: string): BayeuxWords {
  const parsed = parseJson(text)
  const messages = (Array.isArray(parsed) ? parsed : [parsed]) as unknown[]
  const words: BayeuxWords & { serviceId: string | null; isWorkbenchHandshake: boolean } = {
    channels: [],
    events: [],
    notifications: [],
    messages: [],
    refused: [],
    serviceId: null,
    isWorkbenchHandshake: false,
  }
  for (const message of messages) {
    const channel = fieldOf(message, 'channel')
    if (typeof channel !== 'string') continue
    words.channels.push(channel)
    words.messages.push(`${channel} ${String(fieldOf(message, 'id'))}`)
    if (fieldOf(message, 'successful') === false)
      words.refused.push({ channel, error: String(fieldOf(message, 'error') ?? '') })
    if (channel === '/meta/handshake' && fieldOf(fieldOf(message, 'ext'), 'gmstester') === 'workbench')
      words.isWorkbenchHandshake = true
    if (channel.startsWith('/meta/')) continue
    words.events.push(channel)
    const tag = fieldOf(fieldOf(message, 'data'), 'tag')
    const notification = fieldOf(fieldOf(message, 'data'), 'id')
    if (channel === pushChannel && typeof notification === 'string') words.notifications.push(notification)
    if (typeof tag === 'string') words.serviceId ??= tag.slice(tag.lastIndexOf('.') + 1)
  }
  return words
}

/** Fills in what only the whole exchange tells, and answers what the client got. */
export function describeBayeuxExchange(record: TrafficRecord): BayeuxWords {
  const asked = readBayeux(record.requestBody.text())
  const answered = readBayeux(record.responseBody.text())
  const said = unique(asked.channels).join(', ')
  record.note = answered.events.length === 0 ? said : `${said} → ${unique(answered.events).join(', ')}`
  noteRefusals(record, answered)
  record.serviceId = answered.serviceId ?? asked.serviceId
  record.isHeartbeat =
    record.status === 200 &&
    !record.isRefused &&
    answered.events.length === 0 &&
    asked.channels.length > 0 &&
    asked.channels.every((channel) => channel === '/meta/connect')
  return answered
}

const unique = (words: readonly string[]): string[] => [...new Set(words)]

/** Fills in what the messages of a frame tell, and answers them. */
export function describeFrame(record: TrafficRecord): BayeuxWords {
  const words = readBayeux(record.requestBody.text() || record.responseBody.text())
  const { channels, serviceId } = words
  record.path = channels[0] ?? ''
  record.serviceId = serviceId
  record.note = unique(channels).join(', ')
  if (record.method === 'RECEIVE') noteRefusals(record, words)
  record.isHeartbeat =
    !record.isRefused && channels.length > 0 && channels.every((name) => name === '/meta/connect')
  return words
}

/** Bayeux refuses single messages, in an answer that HTTP calls a success. */
function noteRefusals(record: TrafficRecord, { refused }: BayeuxWords): void {
  record.isRefused = refused.length > 0
  const said = unique(refused.map(({ error }) => error))
    .filter(Boolean)
    .join(', ')
  if (said !== '') record.note += `: ${said}`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Somebody else's malformed text is worth showing, not worth failing for.
    return undefined
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
