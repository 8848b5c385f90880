import type { IncomingMessage } from 'node:http'

/** How much of a request's body is read. */
export interface BodyLimits {
  /** One body. */
  readonly bodyBytesMax: number
  /** How much of a body that is too long is still read, so that its sender hears the answer. */
  readonly drainBytesMax: number
}

/** Whoever asked went away before the request was whole: nothing is done, and nobody is answered. */
export class ClientGone extends Error {
  constructor() {
    super('The client went away before its request was complete.')
    this.name = 'ClientGone'
  }
}

/** More bytes than one body may have. */
export class BodyTooLarge extends Error {
  /** There is no end to it: what follows on the connection is no request. */
  readonly isEndless: boolean

  constructor({ bodyBytesMax }: BodyLimits, isEndless: boolean) {
    super(`A body may have at most ${bodyBytesMax} bytes.`)
    this.name = 'BodyTooLarge'
    this.isEndless = isEndless
  }
}

/**
 * Reads the whole body. Throws `BodyTooLarge` for more bytes than the limit, after reading and forgetting the rest
 * unless there is no end to it, and `ClientGone` for a body that does not arrive completely.
 */
export function readRequestBody(request: IncomingMessage, limits: BodyLimits): Promise<Buffer> {
  if (!hasBody(request)) return Promise.resolve(Buffer.alloc(0))
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limits.bodyBytesMax) chunks.push(chunk)
      else if (size > limits.bodyBytesMax + limits.drainBytesMax) reject(new BodyTooLarge(limits, true))
    })
    request.on('end', () => {
      if (size > limits.bodyBytesMax) reject(new BodyTooLarge(limits, false))
      else resolve(Buffer.concat(chunks, size))
    })
    // A body cut off ends in one of these and never in `end`; after `end` they change nothing.
    request.on('error', () => reject(new ClientGone()))
    request.on('close', () => reject(new ClientGone()))
  })
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
