import type { BayeuxLimits } from './limits.ts'

/** What came in: one Bayeux message, of which nothing but its channel is sure. */
export interface Message {
  readonly channel: string
  readonly [field: string]: unknown
}

/** The text is no list of Bayeux messages; the sentence says why. */
export class Malformed extends Error {}

/**
 * Whether brackets are nested deeper than `max`. What is nested by the ten thousand can be parsed, but not written
 * again: that would end the process in the middle of something else.
 */
function isDeeper(text: string, max: number): boolean {
  // Each level takes a bracket to open and one to close.
  if (text.length < 2 * max) return false
  let depth = 0
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '"') isQuoted = !isQuoted
    else if (isQuoted) {
      if (sign === '\\') at += 1
    } else if (sign === '[' || sign === '{') {
      depth += 1
      if (depth > max) return true
    } else if (sign === ']' || sign === '}') depth -= 1
  }
  return false
}

/** Reads a JSON array of messages, or a lone one as hand-written clients send it. Throws `Malformed`. */
export function parseMessages(text: string, { nestingMax }: Pick<BayeuxLimits, 'nestingMax'>): Message[] {
  if (isDeeper(text, nestingMax)) throw new Malformed(`A message is nested ${nestingMax} deep at the most.`)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new Malformed('The body is not JSON.', { cause })
  }
  return (Array.isArray(json) ? json : [json]).map(toMessage)
}

/** Reads the `message` fields of a form or query, each an array or a lone message. Throws `Malformed`. */
export function parseForm(form: URLSearchParams, limits: Pick<BayeuxLimits, 'nestingMax'>): Message[] {
  return form.getAll('message').flatMap((text) => parseMessages(text, limits))
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
