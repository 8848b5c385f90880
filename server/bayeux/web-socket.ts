import { type IncomingHttpHeaders, type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, WebSocket, WebSocketServer } from 'ws'
import type { Millis } from '../runtime/clock.ts'
import { browserOf } from './browser-cookie.ts'
import type { Done } from './carrier.ts'
import type { Delivery } from './delivery.ts'
import type { Host } from './host.ts'
import { type Message, parseMessages, Refused } from './message.ts'
import type { Protocol } from './protocol.ts'
import type { Registry } from './registry.ts'
import { none, type Session } from './session.ts'

/** Close codes of RFC 6455: those for what HTTP has a status for, and others. */
const closeCodes: Readonly<Partial<Record<Refused['status'], number>>> = { 400: 1007, 413: 1009 }
const goingAway = 1001
const unsupportedData = 1003
const internalError = 1011

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
  /** Is called off with the last of them. */
  let stopBeating = (): void => {}

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
    if (open.size === 1) beatOn()
    socket.on('ping', onPingOrPong)
    socket.on('pong', onPingOrPong)
    socket.on('message', onMessage)
    // A socket that breaks also closes; a frame that is too big, or no frame, closes it with the fitting code.
    socket.on('error', ignore)
    socket.on('close', onClose)
  }

  // Listeners that all sockets share: four of its own would be a quarter of what an idle one takes.
  function onPingOrPong(this: WebSocket): void {
    open.get(this)?.heard()
  }

  function onMessage(this: WebSocket, data: RawData, isBinary: boolean): void {
    const carrier = open.get(this)
    if (carrier === undefined) return
    host.attempt(carrier, () => receive(carrier, data, isBinary))
    carrier.heard()
  }

  function onClose(this: WebSocket): void {
    const carrier = open.get(this)
    open.delete(this)
    if (carrier !== undefined) delivery.carrierClosed(carrier)
    if (open.size === 0) stopBeating()
    host.left()
  }

  function receive(carrier: SocketCarrier, data: RawData, isBinary: boolean): void {
    if (isBinary) return carrier.socket.close(unsupportedData, 'Text frames only')
    const text = String(data)
    carrier.usedAt = clock.now()
    carrier.order = host.nextOrder()
    let messages: readonly Message[] = none
    try {
      messages = parseMessages(text, limits)
    } finally {
      // Said before anything is done about it.
      carrier.tell('received', text, registry.get(messages[0]?.['clientId']) ?? null)
    }
    // Some clients keep the connection alive with empty arrays and wait for one back.
    if (messages.length === 0) carrier.send([], null, ignore)
    else protocol.receive(messages, carrier)
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

  return {
    size: () => open.size,
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      const asker = { refuse: (refused: Refused) => refuse(request, socket, refused) }
      host.attempt(asker, () => {
        const { origin } = request.headers
        if (host.isClosing || open.size >= limits.socketsMax) throw new Refused(503, 'No room for a socket.')
        // CORS does not cover WebSockets: without this any page could speak with the user's cookies.
        if (origin !== undefined && !host.policy.mayComeFrom(origin, request))
          throw new Refused(403, 'Pages from there may not ask.')
        server.handleUpgrade(request, socket, head, (opened) => accept(opened, request.headers, socket))
      })
    },
    /** Says goodbye to those that are open. */
    close(): void {
      for (const socket of open.keys()) socket.close(goingAway, 'The server is closing')
    },
    /** Cuts those that are still open. */
    terminate(): void {
      for (const socket of open.keys()) socket.terminate()
    },
  }
}

const ignore = () => {}

/**
 * One WebSocket, and the sessions that are answered through it: one as a rule. A class, as `HttpCarrier` is one. Of
 * the upgrade it keeps the headers only: a request is large, and thousands of sockets are idle.
 */
export class SocketCarrier {
  readonly headers: IncomingHttpHeaders
  readonly connection: Duplex
  readonly socket: WebSocket
  readonly browser: string | undefined
  sessions: readonly Session[] = none
  /** When a message arrived, or when it was opened. */
  usedAt: Millis
  /** When its last frame began, among all requests and frames. */
  order = 0
  private readonly host: Host
  private isAwaitingPong = false
  private unsentAtBeat = 0
  /** Since the last ping a frame has left the process. */
  private hasSent = false

  constructor(headers: IncomingHttpHeaders, connection: Duplex, socket: WebSocket, host: Host) {
    this.headers = withoutUpgrade(headers)
    this.connection = connection
    this.socket = socket
    this.host = host
    this.usedAt = host.clock.now()
    this.browser = browserOf(headers.cookie)
  }

  get transport(): 'websocket' {
    return 'websocket'
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN && !this.connection.destroyed
  }

  /** Bytes that were handed over and have not left the process. */
  get unsentBytes() {
    return this.socket.bufferedAmount
  }

  attach(session: Session) {
    if (!this.sessions.includes(session)) this.sessions = [...this.sessions, session]
  }

  detach(session: Session) {
    this.sessions = this.sessions.filter((other) => other !== session)
  }

  send(messages: readonly string[], session: Session | null, done: Done, _status?: number) {
    if (!this.isOpen) return done(false)
    const text = `[${messages.join(',')}]`
    this.tell('sent', text, session)
    // A socket that was destroyed drops what it had not written without an error.
    this.socket.send(text, (error) => {
      this.hasSent = true
      this.goOn()
      done((error ?? null) === null && !this.connection.destroyed)
    })
  }

  private goOn() {
    if (this.socket.isPaused && this.unsentBytes <= this.host.limits.unsentBytesMax) this.socket.resume()
  }

  /** Closes it, for a frame that says nothing a message could be answered to. */
  refuse({ status, message }: Refused) {
    this.socket.close(closeCodes[status] ?? internalError, message)
  }

  cut() {
    this.socket.terminate()
  }

  /** Pings, or cuts the connection when nothing has moved in either direction since the last ping. */
  beat() {
    const { unsentBytes, unsentAtBeat } = this
    this.goOn()
    // What the kernel takes at once is no sign of life; what waited for room there and has left, the peer has made room
    // for, though meanwhile more may wait. The ping waits behind all of it.
    const hasMoved = unsentAtBeat > 0 && (this.hasSent || unsentBytes < unsentAtBeat)
    if (this.isAwaitingPong && !hasMoved) return this.cut()
    this.unsentAtBeat = unsentBytes
    this.hasSent = false
    this.isAwaitingPong = true
    this.socket.ping()
  }

  /** Something arrived. Of a client that does not read its answers no more is heard until it has; pings find out. */
  heard() {
    this.isAwaitingPong = false
    if (this.unsentBytes > this.host.limits.unsentBytesMax) this.socket.pause()
  }

  /** Tells the observer of a frame. */
  tell(direction: 'received' | 'sent', text: string, session: Session | null) {
    const { host, connection } = this
    if (host.observer.frame === undefined) return
    host.tell(() => host.observer.frame?.({ direction, text, connection, session }))
  }
}

const isAboutUpgrade = /^(?:connection|upgrade|sec-websocket-.*)$/

/** The headers without those that are about the upgrade alone. */
const withoutUpgrade = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !isAboutUpgrade.test(name)))
