import type { IncomingMessage } from 'node:http'
import { GmsRefused, type HeaderLine } from './gms-error.ts'
import type { GmsLimits } from './limits.ts'

/** Whoever asked went away before the request was whole: nothing is done, and nobody is answered. */
export class ClientGone extends Error {
  constructor() {
    super('The client went away before its request was complete.')
    this.name = 'ClientGone'
  }
}

/**
 * Reads the whole body. Refused (413): more bytes than the limit; the rest is read and forgotten first, so that the
 * sender hears it, unless there is no end to it. Throws `ClientGone` for a body that does not arrive completely.
 */
export function readRawBody(request: IncomingMessage, limits: GmsLimits): Promise<Buffer> {
  if (!hasBody(request)) return Promise.resolve(Buffer.alloc(0))
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limits.bodyBytesMax) chunks.push(chunk)
      else if (size > limits.bodyBytesMax + limits.drainBytesMax)
        reject(tooLarge(limits, [['Connection', 'close']]))
    })
    request.on('end', () => {
      if (size > limits.bodyBytesMax) reject(tooLarge(limits, []))
      else resolve(Buffer.concat(chunks, size))
    })
    // A body cut off ends in one of these and never in `end`; after `end` they change nothing.
    request.on('error', () => reject(new ClientGone()))
    request.on('close', () => reject(new ClientGone()))
  })
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

const tooLarge = (limits: GmsLimits, headers: readonly HeaderLine[]): GmsRefused =>
  new GmsRefused(
    413,
    'gmstester.RequestTooLarge',
    `A body may have at most ${limits.bodyBytesMax} bytes.`,
    headers,
  )
