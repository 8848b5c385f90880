import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BayeuxLimits } from './bayeux.ts'
import { browserOf, nameBrowser, writeBrowserCookie } from './browser-cookie.ts'
import { asScript, callbackOf, isWelcomeScript, writeCallback } from './callback.ts'
import type { Done } from './carrier.ts'
import type { Delivery } from './delivery.ts'
import type { Host } from './host.ts'
import { type Message, parseForm, parseMessages, Refused } from './message.ts'
import { originHeaders, preflightHeaders } from './origin.ts'
import type { Protocol } from './protocol.ts'
import { none, type Session } from './session.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })
/** Refusals that leave it open what else is on its way. */
const closing = { headers: ['Connection', 'close'] }

export function createLongPolling(host: Host, protocol: Protocol, delivery: Delivery) {
  const { limits, callbackPolling } = host
  const methods = callbackPolling ? 'GET, POST, OPTIONS' : 'POST, OPTIONS'
  const open = new Set<HttpCarrier>()
  /** Of all bodies that have begun and not ended. */
  let unfinishedBytes = 0

  /** A request is over, answered or not; may be said again. */
  function ended(carrier: HttpCarrier): void {
    if (!open.delete(carrier)) return
    carrier.settle(false)
    unfinishedBytes -= carrier.unfinishedBytes
    host.tell(() => host.observer.ended?.(carrier.request))
    if (!carrier.isAnswered) delivery.carrierClosed(carrier)
    host.left()
  }

  function receiveScript(carrier: HttpCarrier): void {
    const { request } = carrier
    const query = new URLSearchParams(request.url?.replace(/^[^?]*\?/, ''))
    const callback = callbackOf(query, limits)
    if (callback === null) throw new Refused(400, 'That is no name of a function.')
    if (!isWelcomeScript(request, host)) throw new Refused(403, 'Pages from there may not ask.')
    carrier.callback = callback
    protocol.receive(parseForm(query, limits), carrier)
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
      host.attempt(carrier, () => protocol.receive(parseBody(body, request, limits), carrier))
    })
  }

  function answer(carrier: HttpCarrier, response: ServerResponse): void {
    const { request } = carrier
    const { method } = request
    // First, so that a page of another origin can read also why it is refused.
    carrier.ownHeaders = originHeaders(request, host)
    if (host.isClosing) throw new Refused(503, 'The server is closing.')
    if (open.size > limits.requestsMax) throw new Refused(503, 'No room for a request.', closing)
    if (method === 'OPTIONS') {
      const preflight = carrier.ownHeaders.length > 0 ? preflightHeaders(request) : []
      response.writeHead(204, ['Allow', methods, ...carrier.ownHeaders, ...preflight]).end()
    } else if (method === 'GET' && callbackPolling) receiveScript(carrier)
    else if (method === 'POST') receiveBody(carrier)
    else throw new Refused(405, 'Bayeux messages come by POST.', { headers: ['Allow', methods] })
  }

  return {
    handle(request: IncomingMessage, response: ServerResponse): void {
      const carrier = new HttpCarrier(request, response, host, ended)
      open.add(carrier)
      host.attempt(carrier, () => answer(carrier, response))
    },
    size: () => open.size,
  }
}

/** Reads JSON under any content type (clients get theirs wrong), else a form. Throws `Refused`. */
function parseBody(body: Buffer, { headers }: IncomingMessage, limits: BayeuxLimits): Message[] {
  let text: string
  try {
    // Decoded in one piece: characters do not break where chunks did.
    text = utf8.decode(body).trimStart()
  } catch (cause) {
    throw new Refused(400, 'The body is not UTF-8.', { cause })
  }
  const saysForm = /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '')
  const isForm = saysForm && !/^[[{]/.test(text)
  return isForm ? parseForm(new URLSearchParams(text), limits) : parseMessages(text, limits)
}

const asJson = ['Content-Type', 'application/json;charset=UTF-8']
/** Nobody on the way keeps an answer, or waits for more of it. */
const fixedHeaders = ['Cache-Control', 'no-store', 'X-Accel-Buffering', 'no']
const asText = ['Content-Type', 'text/plain;charset=UTF-8']

/** The answer to one polling request. A class, because thousands of them are held and have to share one shape. */
export class HttpCarrier {
  readonly request: IncomingMessage
  /** A flat list that goes with whatever is answered. */
  ownHeaders: string[] = []
  /** The `BAYEUX_BROWSER` cookie, shown or just given. */
  browser: string | undefined
  /** The function that a script calls with the answer; null for long-polling. */
  callback: string | null = null
  /** Those that are answered through here: one at the most. */
  sessions: readonly Session[] = none
  isAnswered = false
  /** What has come of its body, until that has ended. */
  unfinishedBytes = 0
  /** When it began, among all requests and frames. */
  readonly order: number
  /** Of its deadline, while it is written and not read. */
  slot: number | null = null
  private readonly response: ServerResponse
  private readonly host: Host
  private readonly ended: (carrier: HttpCarrier) => void
  private done: Done | null = null

  constructor(request: IncomingMessage, response: ServerResponse, host: Host, ended: HttpCarrier['ended']) {
    this.request = request
    this.response = response
    this.host = host
    this.ended = ended
    this.order = host.nextOrder()
    this.browser = browserOf(request.headers.cookie)
    // Ahead of Node's own listener, which may destroy the socket. `finish` alone proves nothing: Node also says it
    // when writing failed, and when a socket that was destroyed drops what it had not written.
    const { socket } = request
    response.prependListener('finish', () => this.settle(!socket.destroyed && socket.errored === null))
    response.on('close', () => this.ended(this))
    // One that waits behind another on its connection never hears that the connection has closed.
    if (response.socket === null) socket.setMaxListeners(0).once('close', () => this.ended(this))
  }

  get transport(): 'long-polling' | 'callback-polling' {
    return this.callback === null ? 'long-polling' : 'callback-polling'
  }

  get headers() {
    return this.request.headers
  }

  /** What it runs over; two requests may share it. */
  get connection() {
    return this.request.socket
  }

  /** Whether what is sent now has a chance to arrive. */
  get isOpen(): boolean {
    return !this.isAnswered && !this.response.destroyed && !this.connection.destroyed
  }

  /** This session is now answered through here. */
  attach(session: Session) {
    this.sessions = [session]
  }

  /**
   * Sends serialized messages, as one answer or frame. A status that is not 200 stands for them, but in a script: its
   * page could not see it.
   */
  send(messages: readonly string[], session: Session | null, done: Done, status = 200) {
    if (!this.isOpen) return done(false)
    this.done = done
    const list = `[${messages.join(',')}]`
    if (this.callback !== null) this.write(200, writeCallback(this.callback, list), session, asScript)
    else if (status === 200) this.write(200, list, session, asJson)
    else this.write(status, '', session, [])
  }

  /** Answers without Bayeux messages: a status and a sentence. */
  refuse({ status, message, headers }: Refused) {
    if (this.isOpen) this.write(status, `${message}\n`, null, [...asText, ...headers])
  }

  /** Cuts the connection: what is still unwritten is not going to be read. */
  cut() {
    this.connection.destroy()
  }

  /** Gives the browser a name if it showed none. */
  nameBrowser() {
    if (this.browser !== undefined) return
    this.browser = nameBrowser()
    this.ownHeaders.push('Set-Cookie', writeBrowserCookie(this.browser, this.host.cookieAttributes))
  }

  private write(status: number, body: string, session: Session | null, headers: readonly string[]) {
    this.isAnswered = true
    this.host.tell(() => this.host.observer.answered?.(this.request, session, body))
    const length = String(Buffer.byteLength(body))
    const last = this.host.isClosing ? closing.headers : none
    const all = headers.concat('Content-Length', length, fixedHeaders, this.ownHeaders, last)
    this.response.writeHead(status, all)
    this.response.end(body)
    if (this.response.writableLength + this.connection.writableLength === 0) return
    this.host.unread.setAtLatest(this, this.host.clock.now() + this.host.limits.writingMax)
  }

  /** What is answered has left, or never will. */
  settle(isWritten: boolean) {
    this.host.unread.clear(this)
    const { done } = this
    this.done = null
    done?.(isWritten)
  }
}
