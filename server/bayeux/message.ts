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

/** Reads a form's `message` fields, each of them an array or a lone message. Throws `Malformed`. */
export function parseForm(text: string): Message[] {
  return new URLSearchParams(text).getAll('message').flatMap(parseMessages)
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The `ext` of a message, if it is an object. */
export function extOf(message: Message): Readonly<Record<string, unknown>> | undefined {
  return isRecord(message['ext']) ? message['ext'] : undefined
}

/** A number from the client's `advice`, if it gave one that can be used. */
export function adviceOf(message: Message, field: 'timeout' | 'interval'): number | undefined {
  const advice = message['advice']
  const value = isRecord(advice) ? advice[field] : undefined
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

function toMessage(value: unknown): Message {
  if (!isRecord(value)) throw new Malformed('A message is a JSON object.')
  const channel = value['channel']
  if (typeof channel !== 'string') throw new Malformed('A message has a channel.')
  return { ...value, channel }
}
