import type { IncomingMessage } from 'node:http'
import { WebSocket } from 'ws'
import type { Millis } from '../runtime/clock.ts'
import { browserOf } from './browser-cookie.ts'
import type { Carrier } from './carrier.ts'
import type { Host } from './host.ts'
import type { Session } from './session.ts'

/** One WebSocket, and the sessions that are answered through it: one as a rule. A class, as `HttpCarrier` is one. */
export class SocketCarrier implements Carrier {
  readonly transport = 'websocket'
  readonly request: IncomingMessage
  readonly socket: WebSocket
  readonly browser: string | undefined
  readonly sessions = new Set<Session>()
  /** When a message arrived, or when it was opened. */
  usedAt: Millis
  private readonly host: Host
  private isAwaitingPong = false
  private unsentAtBeat = 0

  constructor(request: IncomingMessage, socket: WebSocket, host: Host, openedAt: Millis) {
    this.request = request
    this.socket = socket
    this.host = host
    this.usedAt = openedAt
    this.browser = browserOf(request.headers.cookie)
  }

  get isOpen() {
    return this.socket.readyState === WebSocket.OPEN && !this.request.socket.destroyed
  }

  get unsentBytes() {
    return this.socket.bufferedAmount
  }

  attach(session: Session) {
    this.sessions.add(session)
  }

  detach(session: Session) {
    this.sessions.delete(session)
  }

  held() {}

  send(messages: readonly string[], session: Session | null, done: (isWritten: boolean) => void) {
    if (!this.isOpen) {
      done(false)
      return
    }
    const text = `[${messages.join(',')}]`
    this.tell('sent', text, session)
    // A socket that was destroyed drops what it had not written without an error.
    this.socket.send(text, (error) => done((error ?? null) === null && !this.request.socket.destroyed))
  }

  turnAway(_status: number, reply: string, session: Session | null) {
    this.send([reply], session, () => {})
  }

  cut() {
    this.socket.terminate()
  }

  /** Pings, or cuts the connection when nothing has moved in either direction since the last ping. */
  beat() {
    const unsent = this.socket.bufferedAmount
    if (this.isAwaitingPong && unsent >= this.unsentAtBeat) {
      this.socket.terminate()
      return
    }
    this.unsentAtBeat = unsent
    this.isAwaitingPong = true
    this.socket.ping()
  }

  /** Something arrived. */
  heard() {
    this.isAwaitingPong = false
  }

  /** Tells the observer of a frame. */
  tell(direction: 'received' | 'sent', text: string, session: Session | null) {
    const { host, request } = this
    if (host.observer.frame === undefined) return
    host.tell(() => host.observer.frame?.({ direction, text, request, session }))
  }
}
