import type { BayeuxLimits } from './limits.ts'

/** What came in: one Bayeux message, of which nothing but its channel is sure. */
export interface Message {
  /** Empty when it has none. */
  readonly channel: string
  readonly [field: string]: unknown
}

/** Why all of a request or frame is refused: a status of HTTP and a sentence. `headers` is a flat list. */
export class Refused extends Error {
  readonly status: 400 | 403 | 405 | 413 | 500 | 503
  readonly headers: readonly string[]

  constructor(status: Refused['status'], sentence: string, more: ErrorOptions & { headers?: string[] } = {}) {
    super(sentence, more)
    this.status = status
    this.headers = more.headers ?? []
  }
}

/**
 * Whether lists and objects are nested deeper than `max`. What is nested by the ten thousand can be parsed, but not
 * written again: that would end the process in the middle of something else.
 */
function isDeeper(json: unknown, max: number): boolean {
  if (typeof json !== 'object' || json === null) return false
  return max === 0 || Object.values(json).some((inner) => isDeeper(inner, max - 1))
}

/** Reads a JSON array of messages, or a lone one as hand-written clients send it. Throws `Refused`. */
export function parseMessages(text: string, { nestingMax }: Pick<BayeuxLimits, 'nestingMax'>): Message[] {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new Refused(400, 'The body is not JSON.', { cause })
  }
  // Each level takes a bracket to open and one to close.
  if (text.length > 2 * nestingMax && isDeeper(json, nestingMax))
    throw new Refused(400, `A message is nested ${nestingMax} deep at the most.`)
  return (Array.isArray(json) ? json : [json]).map(toMessage)
}

/** Reads the `message` fields of a form or query, each an array or a lone message. Throws `Refused`. */
export const parseForm = (form: URLSearchParams, limits: BayeuxLimits): Message[] =>
  form.getAll('message').flatMap((text) => parseMessages(text, limits))

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The `ext` of a message, if it is an object. */
export const extOf = ({ ext }: Message) => (isRecord(ext) ? ext : undefined)

/** A length of time in milliseconds from the client's `advice`, else the limits'; from 0 to what they allow. */
export function adviceOf({ advice }: Message, field: 'timeout' | 'interval', limits: BayeuxLimits): number {
  const value = isRecord(advice) ? advice[field] : undefined
  const max = field === 'timeout' ? limits.timeout : limits.maxInterval
  return Math.min(Math.max(typeof value === 'number' ? value : limits[field], 0), max)
}

function toMessage(value: unknown): Message {
  if (!isRecord(value)) throw new Refused(400, 'A message is a JSON object.')
  return isMessage(value) ? value : { ...value, channel: '' }
}

const isMessage = (value: Readonly<Record<string, unknown>>): value is Message =>
  typeof value['channel'] === 'string'
