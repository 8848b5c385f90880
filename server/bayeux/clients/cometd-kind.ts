import type { Client, ClientKind, ClientOptions } from './client.ts'

interface Message {
  readonly successful?: boolean
  readonly data?: unknown
}

type Listener = (message: Message) => void

/** What the tests use of the official client, the same in all its versions. */
interface CometD {
  getTransportTypes(): readonly string[]
  unregisterTransport(type: string): unknown
  registerExtension(name: string, extension: object): boolean
  configure(configuration: CometdConfiguration): void
  handshake(properties: object): void
  addListener(channel: string, listener: Listener): unknown
  subscribe(channel: string, listener: Listener, replied?: Listener): unknown
  publish(channel: string, data: unknown, replied: Listener): void
  getClientId(): string | null
  isDisconnected(): boolean
  disconnect(replied: () => void): void
}

interface CometdConfiguration {
  readonly url: string
  readonly logLevel: 'warn'
  readonly maxNetworkDelay: number
  readonly connectTimeout: number
  readonly backoffIncrement: number
  readonly maxBackoff: number
  readonly requestHeaders: object
}

/** The official client, as each of its versions exports it. */
export interface CometdLibrary {
  readonly CometD: new () => CometD
  /** Its extension `ack`. */
  readonly AckExtension: new () => object
}

/** A client of this library; the Node adapter and then the page must have been installed. */
export function cometdKind(name: string, library: CometdLibrary): ClientKind {
  return {
    name,
    transports: ['long-polling', 'websocket', 'callback-polling'],
    noticesSilence: ['long-polling', 'websocket', 'callback-polling'],
    open: (options) => openCometd(library, options),
  }
}

function openCometd(library: CometdLibrary, options: ClientOptions): Client {
  const { user, channel, transport, changed } = options
  const cometd = new library.CometD()
  const received: unknown[] = []
  let isSubscribed = false
  const listen: Listener = (message) => {
    received.push(message.data)
    changed()
  }
  if (transport !== 'any') {
    for (const type of cometd.getTransportTypes()) {
      if (type !== transport) cometd.unregisterTransport(type)
    }
  }
  if (options.isAcknowledging) cometd.registerExtension('ack', new library.AckExtension())
  // Every handshake makes it forget what it had subscribed to.
  cometd.addListener('/meta/handshake', ({ successful }) => {
    isSubscribed = false
    if (successful) cometd.subscribe(channel, listen)
  })
  cometd.addListener('/meta/subscribe', ({ successful }) => {
    isSubscribed ||= successful === true
    changed()
  })
  cometd.configure({
    url: options.url,
    logLevel: 'warn',
    maxNetworkDelay: options.patience,
    connectTimeout: options.patience,
    backoffIncrement: 20,
    maxBackoff: 100,
    // Headers travel with long-polling alone; the handshake says it on every transport.
    requestHeaders: transport === 'long-polling' ? { user } : {},
  })
  cometd.handshake(transport === 'long-polling' ? {} : { ext: { user } })
  return {
    received,
    clientId: () => cometd.getClientId(),
    isSubscribed: () => isSubscribed,
    subscribe: (other) =>
      new Promise((resolve) =>
        cometd.subscribe(other, listen, (reply) => resolve(reply.successful === true)),
      ),
    publish: (to, data) =>
      new Promise((resolve) => cometd.publish(to, data, (reply) => resolve(reply.successful === true))),
    disconnect: () =>
      new Promise((resolve) => {
        if (cometd.isDisconnected()) resolve()
        else cometd.disconnect(() => resolve())
      }),
  }
}
