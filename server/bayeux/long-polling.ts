import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BayeuxLimits } from './bayeux.ts'
import { callbackOf, isWelcomeScript } from './callback.ts'
import { createDeadlines } from './deadlines.ts'
import type { Delivery } from './delivery.ts'
import type { Host } from './host.ts'
import { HttpCarrier, type HttpCarrierEvents } from './http-carrier.ts'
import { Malformed, type Message, parseForm, parseMessages } from './message.ts'
import { originHeaders, preflightHeaders } from './origin.ts'
import type { Protocol } from './protocol.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

export function createLongPolling(host: Host, protocol: Protocol, delivery: Delivery) {
  const { clock, limits, takesCallbacks } = host
  const methods = takesCallbacks ? 'GET, POST, OPTIONS' : 'POST, OPTIONS'
  const open = new Set<HttpCarrier>()
  const unread = createDeadlines<HttpCarrier>(clock, (carrier) => carrier.cut())
  let closed: (() => void) | null = null

  function ended(carrier: HttpCarrier): void {
    open.delete(carrier)
    host.tell(() => host.observer.ended?.(carrier.request))
    if (!carrier.isAnswered) delivery.carrierClosed(carrier)
    if (open.size === 0) closed?.()
  }

  const over: HttpCarrierEvents = {
    unread: (carrier) => unread.set(carrier, clock.now() + limits.writingMax),
    read: (carrier) => unread.clear(carrier),
    ended,
  }

  /** Whatever goes wrong in here is the answer to this one request. */
  function attempt(carrier: HttpCarrier, step: () => void): void {
    try {
      step()
    } catch (error) {
      if (error instanceof Malformed) {
        carrier.refuse(400, error.message)
        return
      }
      host.failed(error)
      carrier.refuse(500, 'The server failed.')
    }
  }

  function receive(carrier: HttpCarrier, messages: readonly Message[]): void {
    if (messages.length === 0) throw new Malformed('There is no message.')
    if (messages.length > limits.messagesPerRequestMax) {
      carrier.refuse(413, `A request has at most ${limits.messagesPerRequestMax} messages.`)
      return
    }
    if (messages.some((message) => message.channel === '/meta/handshake')) carrier.nameBrowser()
    protocol.receive(messages, carrier, carrier.order)
  }

  function receiveScript(carrier: HttpCarrier): void {
    const { request } = carrier
    const query = new URLSearchParams(request.url?.replace(/^[^?]*\?/, ''))
    const callback = callbackOf(query, limits)
    if (callback === null) carrier.refuse(400, 'That is no name of a function.')
    else if (!isWelcomeScript(request, host)) carrier.refuse(403, 'Pages from there may not ask.')
    else {
      const messages = parseForm(query, limits)
      carrier.callback = callback
      receive(carrier, messages)
    }
  }

  function answer(carrier: HttpCarrier, response: ServerResponse): void {
    const { request } = carrier
    const { method } = request
    if (closed !== null) {
      carrier.refuse(503, 'The server is closing.', ['Connection', 'close'])
      return
    }
    open.add(carrier)
    carrier.ownHeaders = originHeaders(request, host)
    if (method === 'OPTIONS') {
      const preflight = carrier.ownHeaders.length > 0 ? preflightHeaders(request) : []
      response.writeHead(204, ['Allow', methods, ...carrier.ownHeaders, ...preflight])
      response.end()
    } else if (method === 'GET' && takesCallbacks) {
      receiveScript(carrier)
    } else if (method !== 'POST') {
      carrier.refuse(405, 'Bayeux messages come by POST.', ['Allow', methods])
    } else {
      receiveBody(carrier)
    }
  }

  /** Receives the whole body, or refuses it as soon as it is too large; neither when it never ends. */
  function receiveBody(carrier: HttpCarrier): void {
    const { request } = carrier
    const { bodyBytesMax } = limits
    const refuse = () =>
      carrier.refuse(413, `A body has at most ${bodyBytesMax} bytes.`, ['Connection', 'close'])
    if (Number(request.headers['content-length'] ?? 0) > bodyBytesMax) {
      refuse()
      return
    }
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      host.tell(() => host.observer.received?.(request, chunk))
      if (bytes <= bodyBytesMax) chunks.push(chunk)
      else refuse()
    })
    request.on('end', () => {
      if (bytes > bodyBytesMax) return
      // Emptied, because the request keeps its listeners for as long as its answer is held.
      const body = Buffer.concat(chunks.splice(0))
      attempt(carrier, () => receive(carrier, parseBody(body, request.headers['content-type'] ?? '', limits)))
    })
  }

  return {
    handle(request: IncomingMessage, response: ServerResponse): void {
      const carrier = new HttpCarrier(request, response, host, over)
      attempt(carrier, () => answer(carrier, response))
    },
    /** Refuses new requests; resolves when every answer that was begun has ended. */
    close(): Promise<void> {
      for (const { ownHeaders } of open) ownHeaders.push('Connection', 'close')
      return new Promise((resolve) => {
        closed = resolve
        if (open.size === 0) resolve()
      })
    },
  }
}

/** Reads JSON under any content type (clients get theirs wrong), else a form. Throws `Malformed`. */
function parseBody(body: Buffer, contentType: string, limits: BayeuxLimits): Message[] {
  let text: string
  try {
    // Decoded in one piece: characters do not break where chunks did.
    text = utf8.decode(body).trimStart()
  } catch (cause) {
    throw new Malformed('The body is not UTF-8.', { cause })
  }
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(contentType) && !/^[[{]/.test(text)
  return isForm ? parseForm(new URLSearchParams(text), limits) : parseMessages(text, limits)
}
