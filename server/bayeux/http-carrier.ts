import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Carrier } from './carrier.ts'
import type { Host } from './host.ts'
import type { Session } from './session.ts'

/** The answer to one long-polling request. */
export interface HttpCarrier extends Carrier {
  /** Answers without Bayeux messages: a status and a sentence. `headers` is a flat list. */
  refuse(status: number, sentence: string, headers?: readonly string[]): void
}

/**
 * `headers`: a flat list that goes with whatever is answered. `lost` is called when the connection closes before an
 * answer was begun, with the session it was held for.
 */
export function createHttpCarrier(
  request: IncomingMessage,
  response: ServerResponse,
  host: Host,
  headers: readonly string[],
  lost: (carrier: Carrier, session: Session) => void,
): HttpCarrier {
  let attached: Session | null = null
  let isAnswered = false
  let settle: ((isWritten: boolean) => void) | null = null

  function finish(isWritten: boolean): void {
    const done = settle
    settle = null
    done?.(isWritten)
  }

  // Ahead of Node's own listener, which may destroy the socket. `finish` alone proves nothing: Node also says it
  // when writing failed, and when a socket that was destroyed drops what it had not written.
  const { socket } = request
  response.prependListener('finish', () => finish(!socket.destroyed && socket.errored === null))
  response.on('close', () => {
    finish(false)
    if (!isAnswered && attached !== null) lost(carrier, attached)
  })

  function write(status: number, body: string, session: Session | null, flat: readonly string[]): void {
    isAnswered = true
    host.tell(() => host.observer.answered?.(request, session))
    const length = ['Content-Length', String(Buffer.byteLength(body)), 'Cache-Control', 'no-store']
    response.writeHead(status, [...flat, ...length, 'X-Accel-Buffering', 'no', ...headers])
    response.end(body)
  }

  const carrier: HttpCarrier = {
    transport: 'long-polling',
    request,
    get isOpen() {
      return !isAnswered && !response.destroyed && !socket.destroyed
    },
    unsentBytes: 0,
    attach(session) {
      attached = session
    },
    detach() {
      attached = null
    },
    held(session) {
      host.tell(() => host.observer.held?.(request, session))
    },
    send(messages, session, done) {
      if (!carrier.isOpen) {
        done(false)
        return
      }
      settle = done
      write(200, `[${messages.join(',')}]`, session, ['Content-Type', 'application/json;charset=UTF-8'])
    },
    supersede(_reply, session) {
      // Not 408: browsers send a request that was answered 408 again, silently.
      if (carrier.isOpen) write(409, '', session, [])
    },
    cut() {
      socket.destroy()
    },
    refuse(status, sentence, flat = []) {
      if (!carrier.isOpen) return
      write(status, `${sentence}\n`, null, ['Content-Type', 'text/plain;charset=UTF-8', ...flat])
    },
  }
  return carrier
}
