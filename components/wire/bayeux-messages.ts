import type { TrafficDetail } from '../../server/tester/contract.ts'
import { jsonOf } from './json-text.ts'

/** One Bayeux message, with what all of them may have read out of it. */
export interface BayeuxMessage {
  readonly direction: 'sent' | 'received'
  readonly channel: string
  readonly id: string | null
  readonly clientId: string | null
  /** What a meta message is about: the channel that is subscribed to. */
  readonly subscription: string | null
  /** Null where it says neither. */
  readonly isSuccessful: boolean | null
  readonly error: string | null
  /** `reconnect retry, interval 0, timeout 30000`. */
  readonly advice: string | null
  /** What the acknowledgement extension says; from the client the last batch it has, from the server this batch. */
  readonly ack: string | null
  readonly data: unknown
  /** All of it. */
  readonly whole: unknown
}

/** The messages of a row in the order in which they crossed the wire; null when it has no Bayeux in it. */
export function bayeuxMessagesOf(
  detail: Pick<TrafficDetail, 'protocol' | 'kind' | 'requestBody' | 'responseBody'>,
): BayeuxMessage[] | null {
  if (detail.protocol !== 'bayeux' || detail.kind === 'push') return null
  const sent = readMessages(detail.requestBody, 'sent')
  const received = readMessages(detail.responseBody, 'received')
  return sent === null && received === null ? null : [...(sent ?? []), ...(received ?? [])]
}

function readMessages(text: string, direction: BayeuxMessage['direction']): BayeuxMessage[] | null {
  const parsed = parse(text)
  if (parsed === undefined) return null
  const all = (Array.isArray(parsed) ? parsed : [parsed]) as unknown[]
  return all.filter(isRecord).map((message) => readMessage(message, direction))
}

function readMessage(message: Record<string, unknown>, direction: BayeuxMessage['direction']): BayeuxMessage {
  const { channel, id, clientId, subscription, successful, error, advice, ext, data } = message
  const ack = isRecord(ext) ? ext.ack : undefined
  return {
    direction,
    channel: textOf(channel) ?? '?',
    id: textOf(id),
    clientId: textOf(clientId),
    subscription: Array.isArray(subscription) ? subscription.join(', ') : textOf(subscription),
    isSuccessful: typeof successful === 'boolean' ? successful : null,
    error: textOf(error),
    advice: isRecord(advice)
      ? Object.entries(advice)
          .map(([name, value]) => `${name} ${textOf(value) ?? jsonOf(value) ?? '…'}`)
          .join(', ')
      : null,
    ack: textOf(ack),
    data,
    whole: message,
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON, or cut off: the tab Raw shows where.
    return undefined
  }
}
