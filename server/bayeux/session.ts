import { randomBytes } from 'node:crypto'
import type { Millis } from '../runtime/clock.ts'
import type { BayeuxUser, SessionView, Settle, Transport } from './bayeux.ts'
import type { Carrier } from './carrier.ts'
import type { Due } from './deadlines.ts'
import type { Asked } from './reply.ts'
import type { SocketCarrier } from './web-socket.ts'

/** One event on its way out: serialized once, shared by every session that gets it. */
export interface Outgoing {
  readonly text: string
  readonly bytes: number
  /** Where a session has to listen for it; null when it goes to one that need not. */
  readonly channel: string | null
  /** The host wants it sent no more. */
  isRecalled: boolean
  readonly settle: Settle | null
}

/** Events handed to a carrier, until that or the client itself has said what became of them. */
export interface Flight {
  readonly carrier: Carrier
  readonly items: readonly Outgoing[]
  /** Of the batch, with the acknowledgement extension. Numbers only grow, across transports and sockets. */
  readonly number: number
}

/** A connect that waits for something to happen. */
export interface HeldConnect {
  readonly carrier: Carrier
  readonly asked: Asked
  /** Whether its reply has to repeat the advice. */
  readonly isAdvised: boolean
  readonly since: Millis
  readonly until: Millis
}

/** Most of the time there is none: one empty list for all. */
export const none: readonly never[] = []

/**
 * What the server knows of one client. A class, because thousands of them have to share one shape; it decides
 * nothing: `delivery.ts` moves its messages, `registry.ts` knows it by user and by channel.
 */
export class Session implements SessionView, Due {
  /** 128 random bits; letters and digits only, as the specification asks. */
  readonly clientId = randomBytes(16).toString('hex')
  readonly ext: Readonly<Record<string, unknown>> | undefined
  /** The cookie that its handshake showed, or a later request. */
  browser: string | undefined
  /** The network address that its handshake came from. */
  readonly address: string | undefined
  /** A list, since it is short: a set takes ten times the memory. */
  subscriptions: readonly string[] = none
  user: BayeuxUser | null
  transport: Transport

  queue: Outgoing[] = []
  /** Without the acknowledgement extension all on one carrier, else they could overtake each other. */
  flights: readonly Flight[] = none
  /** The number of the batch that was closed last; null without the acknowledgement extension. */
  batch: number | null
  /** Of everything that is queued, in flight or unacknowledged. */
  pendingMessages = 0
  pendingBytes = 0

  held: HeldConnect | null = null
  /** Carries a connect reply that is not yet written. */
  answering: Carrier | null = null
  /** The WebSocket it last connected on; null when it last connected by long-polling. */
  socket: SocketCarrier | null = null
  /** Of the newest connect, 0 before the first: one that began earlier and arrives later does not win. */
  connectOrder = 0
  /** Was asked to pause for another tab, and has to hear when that is over. */
  isCrowded = false
  /** Publishes of late: a client that has not read their answer may send them again. */
  published: readonly { readonly print: string; readonly at: Millis }[] = none

  readonly openedAt: Millis
  lastHeard: Millis = 0
  /** When there was more than a heartbeat. */
  lastActive: Millis = 0
  /** How long this client said it pauses between connects. */
  interval: Millis
  slot: number | null = null
  isGone = false

  constructor(opened: Opened, at: Millis) {
    this.user = opened.user
    this.transport = opened.transport
    this.browser = opened.browser
    this.address = opened.address
    this.ext = opened.ext
    this.batch = opened.batch
    this.interval = opened.interval
    this.openedAt = at
  }
}

/** What its handshake says of a session. */
type Opened = Pick<Session, 'user' | 'transport' | 'browser' | 'address' | 'ext' | 'batch' | 'interval'>
