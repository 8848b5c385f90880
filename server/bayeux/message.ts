import type { BayeuxLimits } from './limits.ts'

/** What came in: one Bayeux message, of which nothing but its channel is sure. */
export interface Message {
  readonly channel: string
  readonly [field: string]: unknown
}

/** The text is no list of Bayeux messages; the sentence says why. */
export class Malformed extends Error {}

/** Reads a JSON array of messages, or a lone one as hand-written clients send it. Throws `Malformed`. */
export function parseMessages(text: string): Message[] {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new Malformed('The body is not JSON.', { cause })
  }
  return (Array.isArray(json) ? json : [json]).map(toMessage)
}

/** Reads the `message` fields of a form or query, each an array or a lone message. Throws `Malformed`. */
export function parseForm(form: URLSearchParams): Message[] {
  return form.getAll('message').flatMap(parseMessages)
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The `ext` of a message, if it is an object. */
export function extOf(message: Message): Readonly<Record<string, unknown>> | undefined {
  return isRecord(message['ext']) ? message['ext'] : undefined
}

/** A length of time in milliseconds from the client's `advice`, else the limits'; from 0 to what they allow. */
export function adviceOf({ advice }: Message, field: 'timeout' | 'interval', limits: BayeuxLimits): number {
  const value = isRecord(advice) ? advice[field] : undefined
  const max = field === 'timeout' ? limits.timeout : limits.maxInterval
  return Math.min(Math.max(typeof value === 'number' ? value : limits[field], 0), max)
}

function toMessage(value: unknown): Message {
  if (!isRecord(value)) throw new Malformed('A message is a JSON object.')
  if (!isMessage(value)) throw new Malformed('A message has a channel.')
  return value
}

function isMessage(value: Readonly<Record<string, unknown>>): value is Message {
  return typeof value['channel'] === 'string'
}
