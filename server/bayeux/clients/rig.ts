/** A Bayeux server in real time behind a relay, for clients that know nothing of tests. For tests only. */
import { once } from 'node:events'
import http, { type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { createSystemClock } from '../../runtime/system-clock.ts'
import type { BayeuxOptions, BayeuxServer, SessionView } from '../bayeux.ts'
import { createBayeux } from '../hub.ts'
import { testPolicy } from '../testing.ts'
import type { Client, ClientKind, ClientOptions, ClientTransport } from './client.ts'
import { type Cut, openRelay, type Relay } from './relay.ts'
import { createSignal, type Signal } from './signal.ts'

/** Who the clients say they are, and where they listen. */
export const user = 'ann'
export const news = '/news'

export interface Rig {
  readonly relay: Relay
  readonly signal: Signal
  /** What happened on the server, as short sentences. */
  readonly heard: string[]
  /** What became of each message, as `data:outcome`. */
  readonly outcomes: string[]
  readonly bayeux: BayeuxServer
  /** Lets a client in through the relay; `direct` past it. */
  open(kind: ClientKind, transport: ClientTransport, options?: Partial<ClientOptions>): Client
  /** Delivers one message to the user; answers to how many sessions. */
  deliver(data: unknown): number
  /** Waits until every client listens, and knows it. */
  listening(): Promise<void>
  sessions(): readonly SessionView[]
  /** Cuts every connection, and resolves when the server has noticed. */
  cut(how: Cut): Promise<void>
  /** Puts another server in this one's place: after an orderly end, or after none. */
  restart(how: 'orderly' | 'crash'): Promise<void>
  close(): Promise<void>
}

type Limits = NonNullable<BayeuxOptions['limits']>

export interface RigOptions {
  readonly limits?: Limits
  /** False: every upgrade is refused, as by a proxy that knows no WebSockets. */
  readonly takesUpgrades?: boolean
}

/** Short enough for a test, long enough for a machine that is busy. */
const limits: Limits = {
  timeout: 600,
  maxInterval: 10_000,
  refusedInterval: 50,
  reconnectSpread: 50,
  closeGrace: 300,
}

export async function startRig(options: RigOptions = {}): Promise<Rig> {
  const signal = createSignal()
  const heard: string[] = []
  const outcomes: string[] = []
  const clients: Client[] = []
  const hear = (entry: string) => {
    heard.push(entry)
    signal.changed()
  }
  const begin = () => startServer({ ...limits, ...options.limits }, hear, options.takesUpgrades ?? true)
  let server = await begin()
  const relay = await openRelay(server.port)

  const rig: Rig = {
    relay,
    signal,
    heard,
    outcomes,
    get bayeux() {
      return server.bayeux
    },
    open(kind, transport, more = {}) {
      const client = kind.open({
        url: `http://127.0.0.1:${relay.port}/cometd`,
        user,
        channel: news,
        transport,
        isAcknowledging: false,
        patience: 5000,
        changed: signal.changed,
        ...more,
      })
      clients.push(client)
      return client
    },
    deliver: (data) =>
      server.bayeux.deliver(user, news, data, (outcome) => {
        outcomes.push(`${String(data)}:${outcome}`)
        signal.changed()
      }),
    async listening() {
      const isThere = (client: Client) =>
        client.isSubscribed() && rig.sessions().some((session) => session.clientId === client.clientId())
      await signal.until(
        'everybody to listen',
        () => clients.every(isThere),
        () => heard,
      )
    },
    sessions: () => server.bayeux.sessions().filter((session) => session.user === user),
    async cut(how) {
      const open = [...server.sockets]
      relay.cut(how)
      await signal.until('the server to notice', () => open.every((socket) => socket.closed))
    },
    async restart(how) {
      relay.aim(null)
      if (how === 'orderly') await server.bayeux.close()
      heard.length = 0
      relay.cut('rst')
      await server.stop()
      server = await begin()
      relay.aim(server.port)
    },
    async close() {
      relay.revive()
      await Promise.all(clients.map((client) => client.disconnect()))
      await relay.close()
      await server.bayeux.close()
      await server.stop()
    },
  }
  return rig
}

interface Running {
  readonly bayeux: BayeuxServer
  readonly port: number
  readonly sockets: Set<Socket>
  /** Ends without a word. */
  stop(): Promise<void>
}

async function startServer(
  given: Limits,
  hear: (entry: string) => void,
  takesUpgrades: boolean,
): Promise<Running> {
  const bayeux = createBayeux({
    clock: createSystemClock(),
    policy: testPolicy,
    limits: given,
    callbackPolling: true,
    observer: {
      listening: (who, channel) => hear(`listening ${who} ${channel}`),
      held: (_, session) => hear(`held ${session.user}`),
      answered: (_, session) => hear(`sent ${session?.user ?? '-'}`),
      frame: ({ direction, session }) => hear(`${direction} ${session?.user ?? '-'}`),
      sessionOpened: (session) => hear(`opened ${session.user}`),
      sessionClosed: (session, reason) => hear(`closed ${session.user} ${reason}`),
      failed: (error) => hear(`failed ${String(error)}`),
    },
  })
  const server: Server = http.createServer(bayeux.handle)
  if (takesUpgrades) server.on('upgrade', bayeux.upgrade)
  else server.on('upgrade', (_, socket) => socket.destroy())
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => {
      sockets.delete(socket)
      hear('cut')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    bayeux,
    port: (server.address() as AddressInfo).port,
    sockets,
    async stop() {
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}
