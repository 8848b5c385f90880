import { isUtf8 } from 'node:buffer'
import type { CentreEvent } from '../contact-center/event.ts'
import type { Refused } from '../contact-center/refusal.ts'
import type { Millis } from '../runtime/clock.ts'
import type { Numbered } from '../storage/port.ts'
import { renderEvent } from './callbacks.ts'
import type { RuleTexts } from './rules.ts'
import { whyRefused } from './traffic-why.ts'
import type { TrafficDetail, TrafficSummary } from './contract.ts'

/**
 * The beginning of a body, as it crossed the wire, and how long it was in all. A class, because a log has thousands,
 * and a text that fits stays what it is: most bodies are never looked at.
 */
export class Capture {
  private readonly bytesMax: number
  private whole = ''
  private chunks: Buffer[] | null = null
  /** How many bytes there were. */
  size = 0
  /** How many of them are kept. */
  kept = 0

  /** Keeps the first `bytesMax` bytes of what is added and counts the rest. */
  constructor(bytesMax: number) {
    this.bytesMax = bytesMax
  }

  add(chunk: string | Uint8Array, encoding?: BufferEncoding): void {
    if (typeof chunk === 'string' && this.size === 0 && (encoding ?? 'utf8') === 'utf8') {
      const bytes = Buffer.byteLength(chunk)
      if (bytes <= this.bytesMax) {
        this.whole = chunk
        this.size = bytes
        this.kept = bytes
        return
      }
    }
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk
    this.chunks ??= this.size === 0 ? [] : [Buffer.from(this.whole)]
    this.whole = ''
    this.size += bytes.length
    // A copy: whose bytes these are may use the memory again.
    const part = Buffer.from(bytes.subarray(0, this.bytesMax - this.kept))
    if (part.length > 0) this.chunks.push(part)
    this.kept += part.length
  }

  text(): string {
    return this.chunks === null ? this.whole : Buffer.concat(this.chunks).toString('utf8')
  }

  /** What is kept in base64, where it is no UTF-8; a letter that was cut off at its end does not count. */
  base64(): string | null {
    if (this.chunks === null) return null
    const bytes = Buffer.concat(this.chunks)
    const cuts = this.size > this.kept ? [0, 1, 2, 3] : [0]
    const isText = cuts.some((cut) => isUtf8(bytes.subarray(0, Math.max(0, bytes.length - cut))))
    return isText ? null : bytes.toString('base64')
  }
}

/** The body that a row has not. */
export const noBody = new Capture(0)

/** A WebSocket, as its frames know it. It outlives its rows by hours: it keeps little. */
export interface TrafficSocket {
  /** The number of the row of the upgrade that opened it; null when that is not in the log. */
  upgrade: number | null
  /** Its requests that wait for their answers: by channel and id of the message, the row's number; null: none yet. */
  requests: Map<string, number> | null
  /** When it closed: nothing is held on it any more; null: it is open. */
  closedAt: Millis | null
}

/** One row of the wire while it happens; only the taps write to it. */
export interface TrafficRecord {
  /** 0 until the log has taken it in. */
  number: number
  readonly at: Millis
  /** By the contact centre's clock. */
  readonly centreAt: Millis
  readonly kind: TrafficSummary['kind']
  readonly actor: TrafficSummary['actor']
  readonly protocol: TrafficSummary['protocol']
  readonly method: string
  path: string
  user: string | null
  serviceId: string | null
  note: string
  status: number | null
  durationMillis: number | null
  isHeld: boolean
  isHeartbeat: boolean
  /** The server has refused a Bayeux message in it. */
  isRefused: boolean
  /** What tells the answer of a poll from the next one's. */
  answerPrint: string | null
  readonly httpVersion: string | null
  /** Flat lists as Node keeps them: thousands of rows are kept, and few are looked at. */
  readonly requestHeaders: readonly string[]
  /** The answer's head as it stands on the wire; empty until there is one. It is taken apart when it is looked at. */
  responseHead: string
  readonly requestBody: Capture
  readonly responseBody: Capture
  /** Of a frame: the WebSocket that it came over. */
  readonly socket: TrafficSocket | null
  /** The number of the row that led to this one. */
  cause: number | null
  /** The number of the row that this one repeats. */
  replayOf: number | null
  isPinned: boolean
  /** What somebody has written on it. */
  comment: string | null
  /** What the contact centre said no with. */
  refused: Refused | null
  /** Of a request: what it led to; of what time made: what that was, and what it led to; of a push: what led to it. */
  events: readonly Numbered<CentreEvent>[]
  /** Fills in what its bodies say, when the row is first looked at; null once that is done. */
  describe: ((record: TrafficRecord) => void) | null
}

/** What is known of a row when it begins. */
export type Beginning = Pick<
  TrafficRecord,
  | 'at'
  | 'centreAt'
  | 'kind'
  | 'actor'
  | 'protocol'
  | 'method'
  | 'path'
  | 'user'
  | 'serviceId'
  | 'note'
  | 'httpVersion'
  | 'requestHeaders'
  | 'requestBody'
  | 'responseBody'
> &
  Partial<Pick<TrafficRecord, 'socket' | 'cause' | 'replayOf' | 'events' | 'describe'>>

/** Begins a row. Field by field: spreading took most of what a pushed message costs the whole tester. */
export function beginRow(row: Beginning): TrafficRecord {
  return {
    number: 0,
    at: row.at,
    centreAt: row.centreAt,
    kind: row.kind,
    actor: row.actor,
    protocol: row.protocol,
    method: row.method,
    path: row.path,
    user: row.user,
    serviceId: row.serviceId,
    note: row.note,
    status: null,
    durationMillis: null,
    isHeld: false,
    isHeartbeat: false,
    isRefused: false,
    answerPrint: null,
    httpVersion: row.httpVersion,
    requestHeaders: row.requestHeaders,
    responseHead: '',
    requestBody: row.requestBody,
    responseBody: row.responseBody,
    socket: row.socket ?? null,
    cause: row.cause ?? null,
    replayOf: row.replayOf ?? null,
    isPinned: false,
    comment: null,
    refused: null,
    events: row.events ?? nothing,
    describe: row.describe ?? null,
  }
}

const nothing: readonly never[] = []

/** An event, about. It is the history's as well, but the history may let it go first. */
const eventBytes = 200

/** What one row takes of the log's memory, about. */
export function weightOf(record: TrafficRecord): number {
  const saidBytes = record.note.length + (record.comment?.length ?? 0) + record.events.length * eventBytes
  const headerBytes = lengthOf(record.requestHeaders) + record.responseHead.length
  const bodyBytes = record.requestBody.kept + record.responseBody.kept
  return record.path.length + headerBytes + bodyBytes + saidBytes
}

function lengthOf(words: readonly string[]): number {
  let length = 0
  for (const word of words) length += word.length
  return length
}

/** The row without headers and bodies. It has been described. */
export function summarize(record: TrafficRecord): TrafficSummary {
  return {
    number: record.number,
    at: new Date(record.at).toISOString(),
    centreAt: new Date(record.centreAt).toISOString(),
    kind: record.kind,
    actor: record.actor,
    protocol: record.protocol,
    user: record.user,
    serviceId: record.serviceId,
    method: record.method,
    path: record.path,
    status: record.status,
    durationMillis: record.durationMillis,
    isHeld: record.isHeld,
    isHeartbeat: record.isHeartbeat,
    isRefused: record.isRefused,
    requestBytes: record.requestBody.size,
    responseBytes: record.responseBody.size,
    answerPrint: record.answerPrint,
    note: record.note,
    cause: record.cause,
    replayOf: record.replayOf,
    isPinned: record.isPinned,
    comment: record.comment,
  }
}

/** The row with all that is kept of it; bodies are read as UTF-8, and in base64 beside it where they are none. */
export function detail(record: TrafficRecord, effects: readonly number[], rules: RuleTexts): TrafficDetail {
  const responseBody = record.responseBody.text()
  const origin = record.kind === 'push' || record.kind === 'unsent' ? record.cause : record.number
  return {
    ...summarize(record),
    httpVersion: record.httpVersion,
    requestHeaders: headerPairs(record.requestHeaders),
    requestBody: record.requestBody.text(),
    requestBase64: record.requestBody.base64(),
    statusLine: record.responseHead === '' ? null : (record.responseHead.split('\r\n', 1)[0] ?? null),
    responseHeaders: parseHead(record.responseHead),
    responseBody,
    responseBase64: record.responseBody.base64(),
    isTruncated: isCut(record.requestBody) || isCut(record.responseBody),
    isRequestTruncated: isCut(record.requestBody),
    isResponseTruncated: isCut(record.responseBody),
    connection: record.socket?.upgrade ?? null,
    effects: [...effects],
    why: whyRefused({ ...record, responseBody }, record.refused, rules),
    events: record.events.map((event) => renderEvent(event, origin)),
  }
}

const isCut = ({ size, kept }: Capture): boolean => size > kept

/** Node's flat list of raw headers as pairs, in their order and case. */
function headerPairs(flat: readonly string[]): [string, string][] {
  const pairs: [string, string][] = []
  for (let i = 0; i + 1 < flat.length; i += 2) pairs.push([flat[i] ?? '', flat[i + 1] ?? ''])
  return pairs
}

/** The status of an answer's head, as its text stands on the wire; null when it is none. */
export function statusOf(head: string): number | null {
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1]
  return status === undefined ? null : Number(status)
}

/** The headers of an answer's head, in their order and case. */
export function parseHead(head: string): [string, string][] {
  const [, ...lines] = (head.split('\r\n\r\n', 1)[0] ?? '').split('\r\n')
  return lines.flatMap((line): [string, string][] => {
    const colon = line.indexOf(':')
    return colon < 1 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()]]
  })
}
