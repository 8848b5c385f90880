import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BayeuxLimits } from './bayeux.ts'
import { browserOf, nameBrowser, writeBrowserCookie } from './browser-cookie.ts'
import type { Carrier } from './carrier.ts'
import type { Host } from './host.ts'
import { createHttpCarrier } from './http-carrier.ts'
import { Malformed, type Message, parseForm, parseMessages } from './message.ts'
import { originHeaders, preflightHeaders } from './origin.ts'
import type { Protocol } from './protocol.ts'
import type { Session } from './session.ts'

export interface LongPolling {
  handle(request: IncomingMessage, response: ServerResponse): void
  /** Refuses new requests; resolves when every answer that was begun has ended. */
  close(): Promise<void>
}

export function createLongPolling(
  limits: BayeuxLimits,
  host: Host,
  protocol: Protocol,
  lost: (carrier: Carrier, session: Session) => void,
): LongPolling {
  const open = new Set<ServerResponse>()
  let closed: (() => void) | null = null

  function receive(request: IncomingMessage, response: ServerResponse, body: Buffer, cors: string[]): void {
    const headers = closed === null ? [...cors] : [...cors, 'Connection', 'close']
    const carrier = createHttpCarrier(request, response, host, headers, lost)
    try {
      const messages = parseBody(body, request.headers['content-type'] ?? '')
      if (messages.length > limits.messagesPerRequestMax) {
        carrier.refuse(413, `A request has at most ${limits.messagesPerRequestMax} messages.`)
        return
      }
      let browser = browserOf(request.headers.cookie)
      if (browser === undefined && messages.some((message) => message.channel === '/meta/handshake')) {
        browser = nameBrowser()
        headers.push('Set-Cookie', writeBrowserCookie(browser))
      }
      protocol.receive(messages, carrier, browser)
    } catch (error) {
      if (error instanceof Malformed) {
        carrier.refuse(400, error.message)
        return
      }
      host.failed(error)
      carrier.refuse(500, 'The server failed.')
    }
  }

  return {
    handle(request, response) {
      let cors: string[] = []
      try {
        cors = originHeaders(request, host)
      } catch (error) {
        host.failed(error)
        createHttpCarrier(request, response, host, [], lost).refuse(500, 'The server failed.')
        return
      }
      const refuse = (status: number, sentence: string, flat: readonly string[] = []) =>
        createHttpCarrier(request, response, host, cors, lost).refuse(status, sentence, flat)
      if (closed !== null) {
        refuse(503, 'The server is closing.', ['Connection', 'close'])
        return
      }
      open.add(response)
      response.on('close', () => {
        open.delete(response)
        if (open.size === 0) closed?.()
      })
      if (request.method === 'OPTIONS') {
        response.writeHead(204, [
          'Allow',
          'POST, OPTIONS',
          ...cors,
          ...(cors.length > 0 ? preflightHeaders(request) : []),
        ])
        response.end()
      } else if (request.method !== 'POST') {
        refuse(405, 'Bayeux messages come by POST.', ['Allow', 'POST, OPTIONS'])
      } else {
        readBody(
          request,
          limits.bodyBytesMax,
          (body) => receive(request, response, body, cors),
          () => refuse(413, `A body has at most ${limits.bodyBytesMax} bytes.`, ['Connection', 'close']),
        )
      }
    },
    close() {
      return new Promise((resolve) => {
        closed = resolve
        if (open.size === 0) resolve()
      })
    },
  }
}

/** Calls `whole` with the body, or `tooLarge` as soon as it exceeds `bytesMax`; neither when it never ends. */
function readBody(
  request: IncomingMessage,
  bytesMax: number,
  whole: (body: Buffer) => void,
  tooLarge: () => void,
): void {
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) {
    tooLarge()
    return
  }
  const chunks: Buffer[] = []
  let bytes = 0
  request.on('data', (chunk: Buffer) => {
    const isFirstTooMany = bytes <= bytesMax && bytes + chunk.length > bytesMax
    bytes += chunk.length
    if (bytes <= bytesMax) chunks.push(chunk)
    else if (isFirstTooMany) tooLarge()
  })
  request.on('end', () => {
    if (bytes <= bytesMax) whole(Buffer.concat(chunks))
  })
}

/** Reads JSON under any content type (clients get theirs wrong), else a form. Throws `Malformed`. */
function parseBody(body: Buffer, contentType: string): Message[] {
  let text: string
  try {
    // Decoded in one piece: characters do not break where chunks did.
    text = new TextDecoder('utf-8', { fatal: true }).decode(body).trimStart()
  } catch (cause) {
    throw new Malformed('The body is not UTF-8.', { cause })
  }
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(contentType) && !/^[[{]/.test(text)
  const messages = isForm ? parseForm(text) : parseMessages(text)
  if (messages.length === 0) throw new Malformed('There is no message.')
  return messages
}
