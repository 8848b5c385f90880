import type { IncomingMessage } from 'node:http'
import type { Session } from './session.ts'

/** One way back to a client: the answer to one HTTP request, or a WebSocket. */
export interface Carrier {
  readonly transport: 'long-polling' | 'websocket'
  readonly request: IncomingMessage
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
  /** Ends a held answer because a newer one takes its place; `reply` where the transport can still say it. */
  supersede(reply: string, session: Session): void
  /** Cuts the connection: what is still unwritten is not going to be read. */
  cut(): void
}
