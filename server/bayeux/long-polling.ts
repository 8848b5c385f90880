import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BayeuxLimits } from './bayeux.ts'
import { callbackOf, isWelcomeScript } from './callback.ts'
import { createDeadlines } from './deadlines.ts'
import type { Delivery } from './delivery.ts'
import type { Host } from './host.ts'
import { HttpCarrier } from './http-carrier.ts'
import { type Message, parseForm, parseMessages, Refused } from './message.ts'
import { originHeaders, preflightHeaders } from './origin.ts'
import type { Protocol } from './protocol.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })
/** Refusals that leave it open what else is on its way. */
const closing = { headers: ['Connection', 'close'] }

export function createLongPolling(host: Host, protocol: Protocol, delivery: Delivery) {
  const { clock, limits, takesCallbacks } = host
  const methods = takesCallbacks ? 'GET, POST, OPTIONS' : 'POST, OPTIONS'
  const open = new Set<HttpCarrier>()
  let closed: (() => void) | null = null
  /** Of all bodies that have begun and not ended. */
  let unfinishedBytes = 0
  const polling = {
    unread: createDeadlines<HttpCarrier>(clock, (carrier) => carrier.cut()),
    ended(carrier: HttpCarrier): void {
      open.delete(carrier)
      unfinishedBytes -= carrier.unfinishedBytes
      host.tell(() => host.observer.ended?.(carrier.request))
      if (!carrier.isAnswered) delivery.carrierClosed(carrier)
      if (open.size === 0) closed?.()
    },
  }

  function receive(carrier: HttpCarrier, messages: readonly Message[]): void {
    if (messages.length === 0) throw new Refused(400, 'There is no message.')
    protocol.receive(messages, carrier, carrier.order)
  }

  function receiveScript(carrier: HttpCarrier): void {
    const { request } = carrier
    const query = new URLSearchParams(request.url?.replace(/^[^?]*\?/, ''))
    const callback = callbackOf(query, limits)
    if (callback === null) throw new Refused(400, 'That is no name of a function.')
    if (!isWelcomeScript(request, host)) throw new Refused(403, 'Pages from there may not ask.')
    const messages = parseForm(query, limits)
    carrier.callback = callback
    receive(carrier, messages)
  }

  /** Receives the whole body, or refuses it as soon as it is too large; neither when it never ends. */
  function receiveBody(carrier: HttpCarrier): void {
    const { request } = carrier
    const { bodyBytesMax } = limits
    const tooLarge = () => new Refused(413, `A body has at most ${bodyBytesMax} bytes.`, closing)
    if (Number(request.headers['content-length'] ?? 0) > bodyBytesMax) throw tooLarge()
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => {
      host.tell(() => host.observer.received?.(request, chunk))
      if (carrier.isAnswered) return
      chunks.push(chunk)
      carrier.unfinishedBytes += chunk.length
      unfinishedBytes += chunk.length
      if (carrier.unfinishedBytes > bodyBytesMax) carrier.refuse(tooLarge())
      else if (unfinishedBytes > limits.unfinishedBytesMax)
        carrier.refuse(new Refused(503, 'Too much is on its way.', closing))
    })
    request.on('end', () => {
      if (carrier.isAnswered) return
      unfinishedBytes -= carrier.unfinishedBytes
      carrier.unfinishedBytes = 0
      // Emptied, because the request keeps its listeners for as long as its answer is held.
      const body = Buffer.concat(chunks.splice(0))
      host.attempt(carrier, () =>
        receive(carrier, parseBody(body, request.headers['content-type'] ?? '', limits)),
      )
    })
  }

  function answer(carrier: HttpCarrier, response: ServerResponse): void {
    const { request } = carrier
    const { method } = request
    // First, so that a page of another origin can read also why it is refused.
    carrier.ownHeaders = originHeaders(request, host)
    if (closed !== null) throw new Refused(503, 'The server is closing.', closing)
    if (open.size >= limits.requestsMax) throw new Refused(503, 'No room for a request.', closing)
    open.add(carrier)
    if (method === 'OPTIONS') {
      const preflight = carrier.ownHeaders.length > 0 ? preflightHeaders(request) : []
      response.writeHead(204, ['Allow', methods, ...carrier.ownHeaders, ...preflight]).end()
    } else if (method === 'GET' && takesCallbacks) receiveScript(carrier)
    else if (method === 'POST') receiveBody(carrier)
    else throw new Refused(405, 'Bayeux messages come by POST.', { headers: ['Allow', methods] })
  }

  return {
    handle(request: IncomingMessage, response: ServerResponse): void {
      const carrier = new HttpCarrier(request, response, host, polling)
      host.attempt(carrier, () => answer(carrier, response))
    },
    /** Refuses new requests; resolves when every answer that was begun has ended. */
    close(): Promise<void> {
      for (const { ownHeaders } of open) ownHeaders.push(...closing.headers)
      return new Promise((resolve) => {
        closed = resolve
        if (open.size === 0) resolve()
      })
    },
  }
}

/** Reads JSON under any content type (clients get theirs wrong), else a form. Throws `Refused`. */
function parseBody(body: Buffer, contentType: string, limits: BayeuxLimits): Message[] {
  let text: string
  try {
    // Decoded in one piece: characters do not break where chunks did.
    text = utf8.decode(body).trimStart()
  } catch (cause) {
    throw new Refused(400, 'The body is not UTF-8.', { cause })
  }
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(contentType) && !/^[[{]/.test(text)
  return isForm ? parseForm(new URLSearchParams(text), limits) : parseMessages(text, limits)
}
