import type { IncomingMessage } from 'node:http'
import { WebSocket } from 'ws'
import type { Carrier } from './carrier.ts'
import type { Host } from './host.ts'
import type { Session } from './session.ts'

/** One WebSocket, and the sessions that are answered through it: one as a rule. */
export interface SocketCarrier extends Carrier {
  readonly socket: WebSocket
  readonly sessions: ReadonlySet<Session>
  /** Sends text that is no answer to a message. */
  sendText(text: string, session: Session | null): void
  /** Pings, or cuts the connection when nothing has moved in either direction since the last ping. */
  beat(): void
  /** Something arrived. */
  heard(): void
}

export function createSocketCarrier(request: IncomingMessage, socket: WebSocket, host: Host): SocketCarrier {
  const sessions = new Set<Session>()
  let isAwaitingPong = false
  let unsentAtBeat = 0

  function sent(text: string, session: Session | null): void {
    const { frame } = host.observer
    if (frame !== undefined)
      host.tell(() => host.observer.frame?.({ direction: 'sent', text, request, session }))
  }

  const carrier: SocketCarrier = {
    transport: 'websocket',
    request,
    socket,
    sessions,
    get isOpen() {
      return socket.readyState === WebSocket.OPEN && !request.socket.destroyed
    },
    get unsentBytes() {
      return socket.bufferedAmount
    },
    attach: (session) => void sessions.add(session),
    detach: (session) => void sessions.delete(session),
    held() {},
    send(messages, session, done) {
      if (!carrier.isOpen) {
        done(false)
        return
      }
      const text = `[${messages.join(',')}]`
      sent(text, session)
      // A socket that was destroyed drops what it had not written without an error.
      socket.send(text, (error) => done((error ?? null) === null && !request.socket.destroyed))
    },
    sendText(text, session) {
      if (!carrier.isOpen) return
      sent(text, session)
      socket.send(text)
    },
    supersede(reply, session) {
      carrier.send([reply], session, () => {})
    },
    cut() {
      socket.terminate()
    },
    beat() {
      const unsent = socket.bufferedAmount
      if (isAwaitingPong && unsent >= unsentAtBeat) {
        socket.terminate()
        return
      }
      unsentAtBeat = unsent
      isAwaitingPong = true
      socket.ping()
    },
    heard() {
      isAwaitingPong = false
    },
  }
  return carrier
}
