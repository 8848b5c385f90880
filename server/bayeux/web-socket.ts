import { type IncomingHttpHeaders, type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import type { Delivery } from './delivery.ts'
import type { Host } from './host.ts'
import { type Message, parseMessages, Refused } from './message.ts'
import type { Protocol } from './protocol.ts'
import type { Registry } from './registry.ts'
import { SocketCarrier } from './socket-carrier.ts'

/** Close codes of RFC 6455. */
const goingAway = 1001
const unsupportedData = 1003

export function createWebSockets(host: Host, protocol: Protocol, registry: Registry, delivery: Delivery) {
  const { clock, limits } = host
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // Compression costs hundreds of kilobytes a socket and saves little on short messages.
    perMessageDeflate: false,
    maxPayload: limits.bodyBytesMax,
    handleProtocols: () => false,
  })
  server.on('headers', answered)
  const open = new Map<WebSocket, SocketCarrier>()
  let stopBeating: (() => void) | null = null
  let closed: (() => void) | null = null

  function beatOn(): void {
    stopBeating = clock.at(clock.now() + limits.pingEvery, () => {
      const idleSince = clock.now() - limits.socketIdleMax
      for (const carrier of open.values()) {
        if (carrier.sessions.length > 0 || carrier.usedAt > idleSince) carrier.beat()
        else carrier.socket.close(goingAway, 'Nobody uses this socket')
      }
      beatOn()
    })
  }

  function accept(socket: WebSocket, headers: IncomingHttpHeaders, connection: Duplex): void {
    open.set(socket, new SocketCarrier(headers, connection, socket, host))
    if (stopBeating === null) beatOn()
    socket.on('ping', onPing)
    socket.on('pong', onPong)
    socket.on('message', onMessage)
    // A socket that breaks also closes; a frame that is too big, or no frame, closes it with the fitting code.
    socket.on('error', ignore)
    socket.on('close', onClose)
  }

  // Listeners that all sockets share: four of its own would be a quarter of what an idle one takes.
  function onPing(this: WebSocket): void {
    open.get(this)?.slowDown()
  }

  function onPong(this: WebSocket): void {
    open.get(this)?.heard()
  }

  function onMessage(this: WebSocket, data: RawData, isBinary: boolean): void {
    const carrier = open.get(this)
    if (carrier === undefined) return
    carrier.heard()
    if (isBinary) this.close(unsupportedData, 'Text frames only')
    else host.attempt(carrier, () => receive(carrier, String(data)))
    carrier.slowDown()
  }

  function onClose(this: WebSocket): void {
    const carrier = open.get(this)
    open.delete(this)
    if (carrier !== undefined) delivery.carrierClosed(carrier)
    if (open.size > 0) return
    stopBeating?.()
    stopBeating = null
    closed?.()
  }

  function receive(carrier: SocketCarrier, text: string): void {
    carrier.usedAt = clock.now()
    const messages = parse(text, carrier)
    // Some clients keep the connection alive with empty arrays and wait for one back.
    if (messages.length === 0) carrier.send([], null, ignore)
    else protocol.receive(messages, carrier, host.nextOrder())
  }

  /** Parses a frame, and says whose it is before anything is done about it. */
  function parse(text: string, carrier: SocketCarrier): Message[] {
    let messages: Message[] = []
    try {
      messages = parseMessages(text, limits)
      return messages
    } finally {
      carrier.tell('received', text, registry.get(messages[0]?.['clientId']) ?? null)
    }
  }

  function answered(lines: readonly string[], request: IncomingMessage): void {
    host.tell(() => host.observer.upgraded?.(request, request.socket, lines.join('\r\n')))
  }

  function refuse(request: IncomingMessage, socket: Duplex, { status }: Refused): void {
    const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, 'Connection: close', 'Content-Length: 0']
    answered(lines, request)
    socket.on('error', ignore)
    // Nobody reads on: what still comes would keep it open.
    socket.once('finish', () => socket.destroy())
    socket.end(`${lines.join('\r\n')}\r\n\r\n`)
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { origin } = request.headers
    if (closed !== null || open.size >= limits.socketsMax) throw new Refused(503, 'No room for a socket.')
    // CORS does not cover WebSockets: without this any page could speak with the user's cookies.
    if (origin !== undefined && !host.policy.mayComeFrom(origin, request))
      throw new Refused(403, 'Pages from there may not ask.')
    server.handleUpgrade(request, socket, head, (opened) => accept(opened, request.headers, socket))
  }

  return {
    size: () => open.size,
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      const asker = { refuse: (refused: Refused) => refuse(request, socket, refused) }
      host.attempt(asker, () => upgrade(request, socket, head))
    },
    /** Refuses new sockets and says goodbye to the open ones; resolves when all are closed. */
    close(): Promise<void> {
      return new Promise((resolve) => {
        closed = resolve
        if (open.size === 0) resolve()
        for (const socket of open.keys()) socket.close(goingAway, 'The server is closing')
      })
    },
    /** Cuts those that are still open. */
    terminate(): void {
      for (const socket of open.keys()) socket.terminate()
    },
  }
}

const ignore = () => {}
