/** A Bayeux server on a loopback port, its clock, and clients that hide nothing of the wire. For tests only. */
import { once } from 'node:events'
import http, { type IncomingHttpHeaders, type IncomingMessage, type RequestOptions } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'
import { createVirtualClock } from '../runtime/virtual-clock.ts'
import type { BayeuxLimits, BayeuxObserver, BayeuxPolicy, BayeuxServer } from './bayeux.ts'
import { createBayeux } from './hub.ts'
import { isRecord } from './message.ts'

export type Wire = Readonly<Record<string, unknown>>

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  readonly messages: Wire[]
}

/** The user stands in the header `user`, or in the handshake's `ext.user`. Publishing under `/open` is free. */
export const testPolicy: BayeuxPolicy = {
  identify({ headers, ext }) {
    const header = headers['user']
    if (typeof header === 'string') return header
    return typeof ext?.['user'] === 'string' ? ext['user'] : null
  },
  maySubscribe: (_, channel) => !channel.startsWith('/private'),
  mayPublish: (_, channel) =>
    channel.startsWith('/open/') ? 'carry' : channel.startsWith('/service/') ? 'swallow' : 'refuse',
  mayComeFrom: (origin) => origin === 'http://friend.example',
}

export interface TestServer {
  readonly bayeux: BayeuxServer
  readonly clock: ReturnType<typeof createVirtualClock>
  readonly port: number
  readonly url: string
  /** What the observer heard, as short sentences. */
  readonly heard: string[]
  /** What became of the deliveries made with `deliver`, as `data:outcome`. */
  readonly outcomes: string[]
  deliver(user: string, data: unknown, channel?: string): number
  post(body: unknown, options?: RequestOptions): Promise<Answered>
  /** Posts and does not wait; `cut` destroys the connection. An answer that is cut off rejects. */
  begin(body: unknown, options?: RequestOptions): { answer: Promise<Answered>; cut(): void }
  /** Posts a connect and waits until it is held. */
  hold(clientId: string, user: string, more?: Wire): Promise<{ answer: Promise<Answered>; cut(): void }>
  /** Posts a lone message and answers its reply. */
  ask(message: unknown, headers?: Record<string, string>): Promise<Wire>
  /** Handshakes by long-polling, subscribes to `/news`, connects once; answers the client id. */
  join(user: string | null, ext?: unknown): Promise<string>
  openSocket(options?: { headers?: Record<string, string> }): Promise<TestSocket>
  /** Resolves as soon as `condition` holds, looking at it whenever the event loop turns. */
  until(condition: () => boolean): Promise<void>
  close(): Promise<void>
}

export interface TestSocket {
  readonly socket: WebSocket
  /** Every message that arrived, in order; `frames` the same as they were framed. */
  readonly messages: Wire[]
  readonly frames: string[]
  send(...messages: unknown[]): void
  /** Sends a lone message and waits for the reply on its channel with its id. */
  ask(message: Wire): Promise<Wire>
  waitFor(condition: (message: Wire) => boolean): Promise<Wire>
  /** Handshakes with `ext.user`, subscribes to `/news` and connects once; answers the client id. */
  join(user: string | null, ext?: Wire): Promise<string>
  closed: Promise<number>
}

export async function startServer(
  options: {
    limits?: Partial<BayeuxLimits>
    policy?: Partial<BayeuxPolicy>
    observer?: BayeuxObserver
    callbackPolling?: boolean
    anonymousSockets?: boolean
    cookieAttributes?: string
  } = {},
): Promise<TestServer> {
  const clock = createVirtualClock()
  const heard: string[] = []
  const outcomes: string[] = []
  const bayeux = createBayeux({
    clock,
    policy: { ...testPolicy, ...options.policy },
    limits: options.limits ?? {},
    callbackPolling: options.callbackPolling ?? false,
    anonymousSockets: options.anonymousSockets ?? false,
    ...(options.cookieAttributes === undefined ? {} : { cookieAttributes: options.cookieAttributes }),
    observer: options.observer ?? {
      listening: (user, channel) => heard.push(`${user} listens on ${channel}`),
      unsubscribed: (user, channel) => heard.push(`${user} leaves ${channel}`),
      frame: ({ direction, session }) => heard.push(`frame ${direction} ${session?.user ?? '-'}`),
      held: (_, session) => heard.push(`held ${session.user}`),
      answered: (_, session) => heard.push(`answered ${session?.user ?? '-'}`),
      sessionOpened: (session) => heard.push(`opened ${session.user}`),
      sessionClosed: (session, reason) => heard.push(`closed ${session.user} ${reason}`),
      turnedAway: (reason) => heard.push(`turned away ${reason}`),
      failed: (error) => heard.push(`failed ${String(error)}`),
    },
  })
  const server = http.createServer((request, response) => bayeux.handle(request, response))
  server.on('upgrade', (request, socket, head) => bayeux.upgrade(request, socket, head))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  let count = 0

  const kit: TestServer = {
    bayeux,
    clock,
    port,
    url: `http://127.0.0.1:${port}/cometd`,
    heard,
    outcomes,
    deliver: (user, data, channel = '/news') =>
      bayeux.deliver(user, channel, data, (outcome) => outcomes.push(`${JSON.stringify(data)}:${outcome}`)),
    post: (body, requestOptions) => kit.begin(body, requestOptions).answer,
    begin(body, requestOptions = {}) {
      const text = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
      const request = http.request({
        agent: false,
        host: '127.0.0.1',
        port,
        path: '/cometd',
        method: 'POST',
        ...requestOptions,
        headers: { 'Content-Type': 'application/json', ...requestOptions.headers },
      })
      request.end(text)
      const answer = once(request, 'response').then(([response]: IncomingMessage[]) => {
        if (response === undefined) throw new Error('There was no answer.')
        return readAnswer(response)
      })
      // Who cuts does not wait for the answer.
      answer.catch(() => {})
      return { answer, cut: () => request.destroy() }
    },
    async hold(clientId, user, more = {}) {
      const holds = () => heard.filter((entry) => entry === `held ${user}`).length
      const before = holds()
      const begun = kit.begin([connect(clientId, more)], { headers: { user } })
      await kit.until(() => holds() > before)
      return begun
    },
    async ask(message, headers = {}) {
      const { messages } = await kit.post([message], { headers })
      const last = messages.at(-1)
      if (last === undefined) throw new Error('The answer was empty.')
      return last
    },
    async join(user, ext) {
      const headers: Record<string, string> = user === null ? {} : { user }
      const opened = await kit.ask(handshake(ext), headers)
      const clientId = String(opened['clientId'])
      await kit.ask({ channel: '/meta/subscribe', clientId, subscription: '/news' }, headers)
      await kit.ask(connect(clientId), headers)
      return clientId
    },
    async openSocket({ headers = {} } = {}) {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/cometd`, { headers })
      const frames: string[] = []
      const messages: Wire[] = []
      const watchers = new Set<() => void>()
      socket.on('message', (data) => {
        frames.push(String(data))
        const list: unknown = JSON.parse(String(data))
        messages.push(...(Array.isArray(list) ? list.filter(isRecord) : []))
        for (const message of messages) checkWire(message)
        for (const watch of watchers) watch()
      })
      const closed = new Promise<number>((resolve) => socket.on('close', resolve))
      await once(socket, 'open')
      const client: TestSocket = {
        socket,
        messages,
        frames,
        closed,
        send: (...sent) => socket.send(JSON.stringify(sent)),
        waitFor: (condition) =>
          new Promise((resolve) => {
            const watch = () => {
              const found = messages.find(condition)
              if (found === undefined) return
              watchers.delete(watch)
              resolve(found)
            }
            watchers.add(watch)
            watch()
          }),
        ask(message) {
          const id = `a${(count += 1)}`
          const earlier = new Set(messages)
          client.send({ id, ...message })
          return client.waitFor((reply) => reply['id'] === (message['id'] ?? id) && !earlier.has(reply))
        },
        async join(user, ext = {}) {
          const opened = await client.ask(handshake(user === null ? ext : { ...ext, user }))
          const clientId = String(opened['clientId'])
          await client.ask({ channel: '/meta/subscribe', clientId, subscription: '/news' })
          await client.ask(connect(clientId))
          return clientId
        },
      }
      return client
    },
    async until(condition) {
      while (!condition()) await new Promise<void>((resolve) => setImmediate(resolve))
    },
    async close() {
      await bayeux.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return kit
}

export const handshake = (ext?: unknown): Wire => ({
  channel: '/meta/handshake',
  id: '1',
  version: '1.0',
  supportedConnectionTypes: ['websocket', 'long-polling'],
  ...(ext === undefined ? {} : { ext }),
})

export const connect = (clientId: string, more: Wire = {}): Wire => ({
  channel: '/meta/connect',
  clientId,
  connectionType: 'long-polling',
  ...more,
})

export async function readAnswer(response: IncomingMessage): Promise<Answered> {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  const type = response.headers['content-type'] ?? ''
  const script = /^\/\*\*\/[\w$.]+\((.*)\);$/s.exec(text)?.[1]
  const json: unknown = JSON.parse(type.startsWith('application/json') ? text : (script ?? '[]'))
  const messages = Array.isArray(json) ? json.filter(isRecord) : []
  for (const message of messages) checkWire(message)
  return { status: response.statusCode ?? 0, headers: response.headers, text, messages }
}

const adviceFields = ['reconnect', 'interval', 'timeout', 'maxInterval']

/** What must hold of every message that the server sends ([BX18]); throws where it does not. */
export function checkWire(message: Wire): void {
  const problems: string[] = []
  const { channel, successful, error, advice, id } = message
  const isReply = 'successful' in message
  const must = (holds: boolean, claim: string) => void (holds || problems.push(claim))
  must(typeof channel === 'string', 'a channel')
  must(isReply !== 'data' in message, 'data in events, and only there')
  must(isReply || !('clientId' in message), 'no client id in events')
  must(['string', 'number', 'undefined'].includes(typeof id), 'an id that came from a client')
  if (isReply) {
    must(typeof successful === 'boolean', 'a truth value for success')
    must(successful === true ? error === undefined : /^\d{3}:.*:[^:]+$/.test(String(error)), 'fitting error')
    must(successful === true || !('clientId' in message), 'no client id in a refusal')
  }
  if (isRecord(advice)) {
    must(
      adviceFields.every((field) => field in advice),
      'whole advice',
    )
    const asksBack = advice['reconnect'] === 'handshake'
    const mayAskBack = successful === false && ['/meta/connect', '/meta/handshake'].includes(String(channel))
    must(!asksBack || mayAskBack, 'no advice to handshake but in a failed connect or handshake')
  }
  if (problems.length > 0) throw new Error(`${JSON.stringify(message)} lacks: ${problems.join('; ')}`)
}
