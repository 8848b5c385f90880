import type { IncomingMessage, ServerResponse } from 'node:http'
import { browserOf, nameBrowser, writeBrowserCookie } from './browser-cookie.ts'
import { asScript, writeCallback } from './callback.ts'
import type { createDeadlines } from './deadlines.ts'
import type { Host } from './host.ts'
import type { Refused } from './message.ts'
import { none, type Session } from './session.ts'

const asJson = ['Content-Type', 'application/json;charset=UTF-8']
/** Nobody on the way keeps an answer, or waits for more of it. */
const fixedHeaders = ['Cache-Control', 'no-store', 'X-Accel-Buffering', 'no']
const asText = ['Content-Type', 'text/plain;charset=UTF-8']

/** What all polling requests share. */
interface Polling {
  /** Answers of which not all has left at once. */
  readonly unread: ReturnType<typeof createDeadlines<HttpCarrier>>
  /** An exchange is over, answered or not. */
  ended(carrier: HttpCarrier): void
}

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
  private isOver = false
  /** When it began, among all requests and frames. */
  readonly order: number
  /** Of its deadline, while it is written and not read. */
  slot: number | null = null
  private readonly response: ServerResponse
  private readonly host: Host
  private readonly polling: Polling
  private done: ((isWritten: boolean) => void) | null = null

  constructor(request: IncomingMessage, response: ServerResponse, host: Host, polling: Polling) {
    this.request = request
    this.response = response
    this.host = host
    this.polling = polling
    this.order = host.nextOrder()
    this.browser = browserOf(request.headers.cookie)
    // Ahead of Node's own listener, which may destroy the socket. `finish` alone proves nothing: Node also says it
    // when writing failed, and when a socket that was destroyed drops what it had not written.
    const { socket } = request
    response.prependListener('finish', () => this.settle(!socket.destroyed && socket.errored === null))
    response.on('close', () => this.end())
    // One that waits behind another on its connection never hears that the connection has closed.
    if (response.socket === null) socket.setMaxListeners(0).once('close', () => this.end())
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
   * Sends serialized messages, as one answer or frame. `done` is called once: true when all of it was written, false
   * when the connection closed first.
   */
  send(messages: readonly string[], session: Session | null, done: (isWritten: boolean) => void) {
    if (!this.isOpen) return done(false)
    this.done = done
    const list = `[${messages.join(',')}]`
    if (this.callback === null) this.write(200, list, session, asJson)
    else this.write(200, writeCallback(this.callback, list), session, asScript)
  }

  /** Answers with a status where the transport has one, else with `reply`. */
  turnAway(status: number, reply: string, session: Session | null) {
    // A script has no status that its page could see.
    if (this.callback !== null) this.send([reply], session, () => {})
    else if (this.isOpen) this.write(status, '', session, [])
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
    this.response.writeHead(status, headers.concat('Content-Length', length, fixedHeaders, this.ownHeaders))
    this.response.end(body)
    if (this.response.writableLength + this.connection.writableLength === 0) return
    this.polling.unread.setAtLatest(this, this.host.clock.now() + this.host.limits.writingMax)
  }

  private end() {
    if (this.isOver) return
    this.isOver = true
    this.settle(false)
    this.polling.ended(this)
  }

  private settle(isWritten: boolean) {
    this.polling.unread.clear(this)
    const { done } = this
    this.done = null
    done?.(isWritten)
  }
}
