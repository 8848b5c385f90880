/**
 * The Bayeux server as its host sees it. It carries messages; it knows nothing of what they are about.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Clock, Millis } from '../runtime/clock.ts'

/** Whose session it is: an opaque name that the policy has read from the request. */
export type BayeuxUser = string

/** What became of one message in one session: `lost` when the session ended before it was delivered. */
export type DeliveryOutcome = 'delivered' | 'lost'

/** What a request or a handshake message shows of who sends it. */
export interface Evidence {
  readonly request: IncomingMessage
  readonly transport: 'long-polling' | 'websocket'
  /** The `ext` of the handshake, when this is one. */
  readonly ext: Readonly<Record<string, unknown>> | undefined
  /** The value of the `BAYEUX_BROWSER` cookie, shown or just given. */
  readonly browser: string | undefined
  /** A handshake asks whose session it will be; anything later, whether it claims to be somebody else's. */
  readonly isHandshake: boolean
}

export interface SessionView {
  readonly clientId: string
  readonly user: BayeuxUser | null
  readonly transport: 'long-polling' | 'websocket'
  readonly ext: Readonly<Record<string, unknown>> | undefined
}

export interface BayeuxPolicy {
  /** Who this is; null when nothing is shown. */
  identify(evidence: Evidence): BayeuxUser | null
  maySubscribe(session: SessionView, channel: string): boolean
  /** What becomes of a publish: refused, carried to the subscribers, or taken by the host and carried nowhere. */
  mayPublish(session: SessionView, channel: string, data: unknown): 'refuse' | 'carry' | 'swallow'
  /** Whether a page of this origin may open a WebSocket here, and gets CORS headers. */
  mayComeFrom(origin: string, request: IncomingMessage): boolean
}

/** What the host may want to hear. Nobody's exception reaches the protocol. */
export interface BayeuxObserver {
  /** A session of this user now listens on this channel: what was kept for it can be delivered. */
  listening?(user: BayeuxUser, channel: string, session: SessionView): void
  /** A frame on a WebSocket, as it crossed the wire. */
  frame?(frame: {
    readonly direction: 'received' | 'sent'
    readonly text: string
    readonly request: IncomingMessage
    /** Whose session it belongs to, as far as that is known when it crosses. */
    readonly session: SessionView | null
  }): void
  /** A long-polling request whose answer is held, and whom it belongs to. */
  held?(request: IncomingMessage, session: SessionView): void
  /** Every long-polling answer, before it is written, and whom it belongs to. */
  answered?(request: IncomingMessage, session: SessionView | null): void
  sessionOpened?(session: SessionView): void
  sessionClosed?(session: SessionView, reason: CloseReason): void
  /** An exception out of the host's own code (policy, observer, settle) that the protocol has survived. */
  failed?(error: unknown): void
}

/** Why a session ended; `overflow`: more waited for it than the limits allow. */
export type CloseReason = 'disconnect' | 'expired' | 'overflow' | 'shutdown'

/** Every limit has a name; the defaults stand in `limits.ts`. */
export interface BayeuxLimits {
  readonly bodyBytesMax: number
  readonly messagesPerRequestMax: number
  readonly channelLengthMax: number
  readonly subscriptionsPerSessionMax: number
  readonly queuedMessagesMax: number
  readonly queuedBytesMax: number
  readonly sessionsMax: number
  readonly sessionsPerUserMax: number
  /** How long a connect is held. */
  readonly timeout: Millis
  readonly interval: Millis
  /** How long a session lives without a connect after its last answer was written. */
  readonly maxInterval: Millis
  readonly pingEvery: Millis
  /** A WebSocket with more than this unwritten gets no further messages until it has caught up. */
  readonly unsentBytesMax: number
  /** How long a client may take to read one answer before its connection is cut. */
  readonly writingMax: Millis
  /** How long a client that was refused for lack of room is asked to wait. */
  readonly refusedInterval: Millis
  /** When the server closes, each client is asked to come back after a random part of this. */
  readonly reconnectSpread: Millis
  /** How long closing waits for answers and sockets before it cuts them. */
  readonly closeGrace: Millis
}

export interface BayeuxOptions {
  /** Real time: what a peer on the network sees never follows the contact centre's clock. */
  readonly clock: Clock
  readonly policy: BayeuxPolicy
  readonly observer?: BayeuxObserver
  readonly limits?: Partial<BayeuxLimits>
}

export interface BayeuxServer {
  /** Answers one request on the Bayeux path or below it. Long-polling; anything else is refused with a status. */
  handle(request: IncomingMessage, response: ServerResponse): void
  /** Takes over an upgrade on the Bayeux path. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /**
   * Queues one message for every session of `user` that listens on `channel`; answers how many. `settle` is called
   * once per session: `delivered` when the answer that carried it was finished (with the ack extension: when the
   * client has acknowledged it), `lost` when the session ended first. With `only`, that session of the user alone.
   */
  deliver(
    user: BayeuxUser,
    channel: string,
    data: unknown,
    settle: (outcome: DeliveryOutcome, session: SessionView) => void,
    only?: SessionView,
  ): number
  /** Queues one message for every session that listens on `channel`; answers how many. */
  broadcast(channel: string, data: unknown): number
  isListening(user: BayeuxUser, channel: string): boolean
  sessions(): readonly SessionView[]
  /** Answers every held connect with advice to come back, closes the sockets, forgets the sessions. */
  close(): Promise<void>
}
