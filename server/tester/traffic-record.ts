import type { Millis } from '../runtime/clock.ts'
import type { TrafficDetail, TrafficSummary } from './contract.ts'

/** The beginning of a body, as it crossed the wire, and how long it was in all. */
export interface Capture {
  add(chunk: string | Uint8Array, encoding?: BufferEncoding): void
  text(): string
  size(): number
  kept(): number
}

/** Keeps the first `bytesMax` bytes of what is added and counts the rest. */
export function createCapture(bytesMax: number): Capture {
  const chunks: Buffer[] = []
  let size = 0
  let kept = 0
  return {
    add(chunk, encoding) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk
      size += bytes.length
      // A copy: whose bytes these are may use the memory again.
      const part = Buffer.from(bytes.subarray(0, bytesMax - kept))
      if (part.length > 0) chunks.push(part)
      kept += part.length
    },
    text: () => Buffer.concat(chunks).toString('utf8'),
    size: () => size,
    kept: () => kept,
  }
}

/** One row of the wire while it happens; only the taps write to it. */
export interface TrafficRecord {
  /** 0 until the log has taken it in. */
  number: number
  readonly at: Millis
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
  readonly httpVersion: string | null
  readonly requestHeaders: readonly [string, string][]
  responseHeaders: readonly [string, string][]
  readonly requestBody: Capture
  readonly responseBody: Capture
}

/** What one row takes of the log's memory, about. */
export function weightOf(record: TrafficRecord): number {
  const headers = [...record.requestHeaders, ...record.responseHeaders]
  const headerBytes = headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  return record.path.length + record.requestBody.kept() + record.responseBody.kept() + headerBytes
}

/** The row without headers and bodies. */
export const summarize = (record: TrafficRecord): TrafficSummary => ({
  number: record.number,
  at: new Date(record.at).toISOString(),
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
  requestBytes: record.requestBody.size(),
  responseBytes: record.responseBody.size(),
  note: record.note,
})

/** The row with all that is kept of it; bodies are read as UTF-8. */
export const detail = (record: TrafficRecord): TrafficDetail => ({
  ...summarize(record),
  httpVersion: record.httpVersion,
  requestHeaders: record.requestHeaders.map(([name, value]) => [name, value]),
  requestBody: record.requestBody.text(),
  responseHeaders: record.responseHeaders.map(([name, value]) => [name, value]),
  responseBody: record.responseBody.text(),
  isTruncated: [record.requestBody, record.responseBody].some((body) => body.size() > body.kept()),
})

/** Node's flat list of raw headers as pairs, in their order and case. */
export function headerPairs(flat: readonly string[]): [string, string][] {
  const pairs: [string, string][] = []
  for (let i = 0; i + 1 < flat.length; i += 2) pairs.push([flat[i] ?? '', flat[i + 1] ?? ''])
  return pairs
}

/** The status and headers of an answer's head, as its text stands on the wire; null when it is none. */
export function parseHead(text: string): { status: number; headers: [string, string][] } | null {
  const [start, ...lines] = (text.split('\r\n\r\n', 1)[0] ?? '').split('\r\n')
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(start ?? '')?.[1]
  if (status === undefined) return null
  const headers = lines.flatMap((line): [string, string][] => {
    const colon = line.indexOf(':')
    return colon < 1 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()]]
  })
  return { status: Number(status), headers }
}
