import type { HttpCarrier } from './long-polling.ts'
import type { Message } from './message.ts'
import type { Asked } from './reply.ts'
import type { Session } from './session.ts'
import type { SocketCarrier } from './web-socket.ts'

/** One way back to a client: the answer to one HTTP request, or a WebSocket. What both have does the same for both. */
export type Carrier = HttpCarrier | SocketCarrier

/** Is told once: true when all of an answer or frame was written, false when the connection closed first. */
export type Done = (isWritten: boolean) => void

/** What one request is answered: events before replies, so that a client sees its messages first. */
export interface Answer {
  readonly events: string[]
  readonly replies: string[]
  readonly done: Done[]
  /** Whose it is. */
  session: Session | null
}

/** One message of a request, and all that it takes to answer it. */
export interface Incoming {
  readonly message: Message
  readonly asked: Asked
  readonly carrier: Carrier
  /** It came without company. */
  readonly isLone: boolean
  readonly answer: Answer
}

export const createAnswer = (): Answer => ({ events: [], replies: [], done: [], session: null })

/** Sends an answer; one without a message is not sent, because an empty array breaks clients. */
export function sendAnswer({ events, replies, done, session }: Answer, carrier: Carrier): void {
  if (events.length + replies.length === 0) return
  carrier.send(events.length === 0 ? replies : events.concat(replies), session, (isWritten) => {
    for (const call of done) call(isWritten)
  })
}
