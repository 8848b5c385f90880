/** What the tests want of every client, whatever library it is made of. */

/** `any`: all are offered, WebSocket first. */
export type ClientTransport = 'long-polling' | 'websocket' | 'callback-polling' | 'any'

export interface ClientOptions {
  readonly url: string
  readonly user: string
  /** Where it subscribes as soon as it has a session, and again whenever it has a new one. */
  readonly channel: string
  readonly transport: ClientTransport
  readonly isAcknowledging: boolean
  /** How long it waits for an answer beyond the time for which the server may hold it, in milliseconds. */
  readonly patience: number
  /** To be called whenever something has come. */
  changed(): void
}

export interface Client {
  /** The data of every event, in order. */
  readonly received: unknown[]
  clientId(): string | null
  /** Whether its present session has heard that it is subscribed. */
  isSubscribed(): boolean
  subscribe(channel: string): Promise<boolean>
  /** Whether the server took it. */
  publish(channel: string, data: unknown): Promise<boolean>
  /** Resolves when the client has nothing more to do with the server. */
  disconnect(): Promise<void>
}

export interface ClientKind {
  readonly name: string
  readonly transports: readonly Exclude<ClientTransport, 'any'>[]
  /** The transports on which it finds out by itself that nothing comes through any more. */
  readonly noticesSilence: readonly ClientTransport[]
  /** Begins a client: it shakes hands, subscribes and connects. */
  open(options: ClientOptions): Client
}
