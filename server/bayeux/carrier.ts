import type { IncomingHttpHeaders } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Transport } from './bayeux.ts'
import type { Session } from './session.ts'

/** One way back to a client: the answer to one HTTP request, or a WebSocket. */
export interface Carrier {
  readonly transport: Transport
  readonly headers: IncomingHttpHeaders
  /** What it runs over; two requests may share it. */
  readonly connection: Duplex
  /** Whether the browser has few such connections for all its tabs: polling over HTTP/1.1. */
  readonly isScarce: boolean
  /** The `BAYEUX_BROWSER` cookie, shown or just given. */
  readonly browser: string | undefined
  /** Whether what is sent now has a chance to arrive. */
  readonly isOpen: boolean
  /** Bytes that were handed over and have not left the process. */
  readonly unsentBytes: number
  /** This session is now answered through here; `detach` when it is no more. */
  attach(session: Session): void
  detach(session: Session): void
  /** An answer to this session is being held. */
  held(session: Session): void
  /**
   * Sends serialized messages, as one answer or frame. `done` is called once: true when all of it was written, false
   * when the connection closed first.
   */
  send(messages: readonly string[], session: Session | null, done: (isWritten: boolean) => void): void
  /** Answers with a status where the transport has one, else with `reply`. */
  turnAway(status: number, reply: string, session: Session | null): void
  /** Cuts the connection: what is still unwritten is not going to be read. */
  cut(): void
}
