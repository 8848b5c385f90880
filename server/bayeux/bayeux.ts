/**
 * The Bayeux server as its host sees it. It carries messages; it knows nothing of what they are about.
 */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Clock } from '../runtime/clock.ts'
import type { CloseReason, createCounters } from './host.ts'
import type { BayeuxLimits } from './limits.ts'
import type { TurnedAway } from './reply.ts'

export type { BayeuxLimits } from './limits.ts'

/** Whose session it is: an opaque name that the policy has read from the request. */
export type BayeuxUser = string

export type Transport = 'long-polling' | 'callback-polling' | 'websocket'

/**
 * What became of one message in one session: `lost` when, before it was delivered, the session ended or listened no
 * more, or the host took it back.
 */
export type DeliveryOutcome = 'delivered' | 'lost'

/** Is told what became of a message. */
export type Settle = (outcome: DeliveryOutcome, session: SessionView) => void

type Ext = Readonly<Record<string, unknown>>

/** What a request or a handshake message shows of who sends it. */
export interface Evidence {
  /** Of the request, or of the upgrade to the WebSocket it came over. */
  readonly headers: IncomingHttpHeaders
  readonly transport: Transport
  /** The `ext` of the message. */
  readonly ext: Ext | undefined
  /** The `BAYEUX_BROWSER` cookie, shown or just given. Never by callback-polling: any page can make a browser ask so. */
  readonly browser: string | undefined
  /** A handshake asks whose session it will be; anything later, whether it claims to be somebody else's. */
  readonly isHandshake: boolean
}

export interface SessionView {
  readonly clientId: string
  readonly user: BayeuxUser | null
  readonly transport: Transport
  readonly ext: Ext | undefined
  readonly subscriptions: readonly string[]
}

type Verdict = 'refuse' | 'carry' | 'swallow'

export interface BayeuxPolicy {
  /** Who this is; null when nothing is shown. */
  identify(evidence: Evidence): BayeuxUser | null
  maySubscribe(session: SessionView, channel: string): boolean
  /**
   * What becomes of a publish: refused, carried to the subscribers, or taken by the host and carried nowhere. The
   * host may `send` an answer; a remote call waits for one with the message's own `id`.
   */
  mayPublish(session: SessionView, channel: string, data: unknown, id?: string | number): Verdict
  /** Whether a page of this origin may open a WebSocket here, and gets CORS headers. */
  mayComeFrom(origin: string, request: IncomingMessage): boolean
}

/** What the host may want to hear. Nobody's exception reaches the protocol. */
export interface BayeuxObserver {
  /** A session of this user now listens on this channel: what was kept for it can be delivered. */
  listening?(user: BayeuxUser, channel: string, session: SessionView): void
  /** It listens there no more: what was kept for it stays. */
  unsubscribed?(user: BayeuxUser, channel: string, session: SessionView): void
  /** A frame on a WebSocket, as it crossed the wire. */
  frame?(frame: {
    readonly direction: 'received' | 'sent'
    readonly text: string
    /** What the upgrade took over. */
    readonly connection: Duplex
    /** Whose session it belongs to, as far as that is known when it crosses. */
    readonly session: SessionView | null
  }): void
  /** A polling request whose answer is held, and whom it belongs to. */
  held?(request: IncomingMessage, session: SessionView): void
  /** A piece of a polling request's body. */
  received?(request: IncomingMessage, chunk: Uint8Array): void
  /** Every polling answer, before it is written, and whom it belongs to. */
  answered?(request: IncomingMessage, session: SessionView | null, body: string): void
  /** A polling request is over, answered or not. */
  ended?(request: IncomingMessage): void
  /** An upgrade is answered: the head as it crosses the wire. */
  upgraded?(request: IncomingMessage, connection: Duplex, head: string): void
  sessionOpened?(session: SessionView): void
  /** `ext` is what the client sent along with its disconnect, such as how far it has read. */
  sessionClosed?(session: SessionView, reason: CloseReason, ext?: Ext): void
  /** A handshake was refused, or a client id was not accepted. */
  turnedAway?(reason: TurnedAway, transport: Transport): void
  /** An exception out of the host's own code (policy, observer, settle) that the protocol has survived. */
  failed?(error: unknown): void
}

/** How it stands now, and the counters of what has happened. */
export interface BayeuxStats extends ReturnType<typeof createCounters> {
  readonly sessions: Readonly<Record<Transport, number>>
  readonly sockets: number
  readonly heldConnects: number
  /** Queued, in flight or not yet acknowledged, in all sessions. */
  readonly pendingMessages: number
  readonly pendingBytes: number
}

export interface BayeuxOptions {
  /** Real time: what a peer on the network sees never follows the contact centre's clock. */
  readonly clock: Clock
  readonly policy: BayeuxPolicy
  readonly observer?: BayeuxObserver
  /** Those that are not given are those of `limits.ts`. */
  readonly limits?: Partial<BayeuxLimits>
  /** Whether clients that ask for callback-polling (JSONP) get it; false unless told otherwise. */
  readonly callbackPolling?: boolean
  /** Whether a client who shows nobody may stay on a WebSocket; false unless told otherwise, see BX53. */
  readonly anonymousSockets?: boolean
  /** Those of the `BAYEUX_BROWSER` cookie: `Path=/; HttpOnly; SameSite=Lax` unless told otherwise. */
  readonly cookieAttributes?: string
}

export interface BayeuxServer {
  /** Answers one request on the Bayeux path or below it: polling; anything else is refused with a status. */
  handle(request: IncomingMessage, response: ServerResponse): void
  /** Takes over an upgrade on the Bayeux path. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /**
   * Queues one message for every session of `user` that listens on `channel`; answers how many. `settle` is called
   * once per session: `delivered` when the answer that carried it was finished (with the ack extension: when the
   * client has acknowledged it), `lost` when nothing will come of that. With `only`, that session of the user alone.
   */
  deliver(user: BayeuxUser, channel: string, data: unknown, settle: Settle, only?: SessionView): number
  /** Queues one message for every session that listens on `channel`; answers how many. */
  broadcast(channel: string, data: unknown): number
  /**
   * Queues one message for this session on any channel, a service channel as a rule, whether it listens or not;
   * false when the session is gone. `id` only for the answer to a remote call: that of the call.
   */
  send(session: SessionView, channel: string, data: unknown, id?: string | number): boolean
  /** Takes back what was delivered on this channel and has not left: it is `lost`, and comes to nobody any more. */
  recall(channel: string): void
  /** Ends a session and tells its client not to come back, if it can be told now; false when it is gone already. */
  kick(session: SessionView): boolean
  /** Whether any session listens on this channel; of this user, when one is named. */
  isListening(channel: string, user?: BayeuxUser): boolean
  sessions(): readonly SessionView[]
  stats(): BayeuxStats
  /** Answers every held connect with advice to come back, closes the sockets, forgets the sessions. */
  close(): Promise<void>
}
