import type { IncomingHttpHeaders } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket } from 'ws'
import type { Millis } from '../runtime/clock.ts'
import { browserOf } from './browser-cookie.ts'
import type { Host } from './host.ts'
import type { Refused } from './message.ts'
import { none, type Session } from './session.ts'

/** Close codes of RFC 6455 for what HTTP has a status for. */
const closeCodes: Readonly<Partial<Record<Refused['status'], number>>> = { 400: 1007, 413: 1009 }
const internalError = 1011

/**
 * One WebSocket, and the sessions that are answered through it: one as a rule. A class, as `HttpCarrier` is one. Of
 * the upgrade it keeps the headers only: a request is large, and thousands of sockets are idle.
 */
export class SocketCarrier {
  readonly headers: IncomingHttpHeaders
  readonly connection: Duplex
  readonly socket: WebSocket
  readonly browser: string | undefined
  sessions: readonly Session[] = none
  /** When a message arrived, or when it was opened. */
  usedAt: Millis
  private readonly host: Host
  private isAwaitingPong = false
  private unsentAtBeat = 0
  /** Since the last ping a frame has left the process. */
  private hasSent = false

  constructor(headers: IncomingHttpHeaders, connection: Duplex, socket: WebSocket, host: Host) {
    this.headers = withoutUpgrade(headers)
    this.connection = connection
    this.socket = socket
    this.host = host
    this.usedAt = host.clock.now()
    this.browser = browserOf(headers.cookie)
  }

  get transport(): 'websocket' {
    return 'websocket'
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN && !this.connection.destroyed
  }

  /** Bytes that were handed over and have not left the process. */
  get unsentBytes() {
    return this.socket.bufferedAmount
  }

  attach(session: Session) {
    if (!this.sessions.includes(session)) this.sessions = [...this.sessions, session]
  }

  detach(session: Session) {
    this.sessions = this.sessions.filter((other) => other !== session)
  }

  send(messages: readonly string[], session: Session | null, done: (isWritten: boolean) => void) {
    if (!this.isOpen) return done(false)
    const text = `[${messages.join(',')}]`
    this.tell('sent', text, session)
    // A socket that was destroyed drops what it had not written without an error.
    this.socket.send(text, (error) => {
      this.hasSent = true
      this.goOn()
      done((error ?? null) === null && !this.connection.destroyed)
    })
  }

  /** Hears no more of a client that does not read its answers, until it has; pings find out if it never will. */
  slowDown() {
    if (this.unsentBytes > this.host.limits.unsentBytesMax) this.socket.pause()
  }

  private goOn() {
    if (this.socket.isPaused && this.unsentBytes <= this.host.limits.unsentBytesMax) this.socket.resume()
  }

  turnAway(_status: number, reply: string, session: Session | null) {
    this.send([reply], session, () => {})
  }

  /** Closes it, for a frame that says nothing a message could be answered to. */
  refuse({ status, message }: Refused) {
    this.socket.close(closeCodes[status] ?? internalError, message)
  }

  cut() {
    this.socket.terminate()
  }

  /** Pings, or cuts the connection when nothing has moved in either direction since the last ping. */
  beat() {
    const { unsentBytes, unsentAtBeat } = this
    this.goOn()
    // What the kernel takes at once is no sign of life; what waited for room there and has left, the peer has made room
    // for, though meanwhile more may wait. The ping waits behind all of it.
    const hasMoved = unsentAtBeat > 0 && (this.hasSent || unsentBytes < unsentAtBeat)
    if (this.isAwaitingPong && !hasMoved) return this.cut()
    this.unsentAtBeat = unsentBytes
    this.hasSent = false
    this.isAwaitingPong = true
    this.socket.ping()
  }

  /** Something arrived. */
  heard() {
    this.isAwaitingPong = false
  }

  /** Tells the observer of a frame. */
  tell(direction: 'received' | 'sent', text: string, session: Session | null) {
    const { host, connection } = this
    if (host.observer.frame === undefined) return
    host.tell(() => host.observer.frame?.({ direction, text, connection, session }))
  }
}

const isAboutUpgrade = /^(?:connection|upgrade|sec-websocket-.*)$/

/** The headers without those that are about the upgrade alone. */
const withoutUpgrade = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !isAboutUpgrade.test(name)))
