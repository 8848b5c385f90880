import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { isRecord } from '../message.ts'
import { connect, handshake, startServer, type TestServer, type Wire } from '../testing.ts'
import { openRelay, type Relay } from './relay.ts'

let server: TestServer
let relay: Relay

beforeEach(async () => {
  server = await startServer()
  relay = await openRelay(server.port)
})

afterEach(async () => {
  await relay.close()
  await server.close()
})

/** What the connects of one frame brought over a WebSocket; undefined when the socket was cut first. */
function pollBySocket(connects: Wire[]): Promise<Wire[] | undefined> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${relay.port}/cometd`)
    const messages: Wire[] = []
    socket.on('error', () => {})
    socket.on('open', () => socket.send(JSON.stringify(connects)))
    socket.on('message', (data) => {
      const list: unknown = JSON.parse(String(data))
      if (Array.isArray(list)) messages.push(...list.filter(isRecord))
      if (messages.some(({ channel }) => channel === '/meta/connect')) socket.close()
    })
    // What came whole counts, as it does for a client.
    socket.on('close', () => resolve(messages.length === 0 ? undefined : messages))
  })
}

async function pollByRequest(connects: Wire[]): Promise<Wire[] | undefined> {
  try {
    return (await server.post(connects, { port: relay.port })).messages
  } catch {
    return undefined
  }
}

test('[BC40] wherever answers are cut, a client with acknowledgements gets everything once, in order', async () => {
  const step = fc.record({
    count: fc.nat(3),
    /** Where the answer is cut; beyond its end: not at all. */
    cutAfter: fc.nat(600),
    poll: fc.constantFrom(pollByRequest, pollBySocket),
    /** How many connects it sends together. */
    connects: fc.integer({ min: 1, max: 3 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
      const clientId = await server.join('ann', { ack: true, user: 'ann' })
      server.outcomes.length = 0
      const received: unknown[] = []
      let seen = 1
      let sent = 0
      const connectBy = async (poll: typeof pollByRequest, times = 1) => {
        const message = connect(clientId, { id: '7', ext: { ack: seen }, advice: { timeout: 0 } })
        const messages = await poll(Array.from({ length: times }, () => message))
        for (const message of messages ?? []) {
          if ('data' in message) received.push(message['data'])
          const ack = isRecord(message['ext']) ? message['ext']['ack'] : undefined
          if (typeof ack === 'number') seen = ack
        }
      }
      for (const { count, cutAfter, poll, connects } of steps) {
        for (let index = 0; index < count; index += 1) server.deliver('ann', (sent += 1))
        relay.cutAfter(cutAfter)
        await connectBy(poll, connects)
      }
      relay.cutAfter(Number.MAX_SAFE_INTEGER)
      await connectBy(pollByRequest)
      await connectBy(pollByRequest)
      const all = Array.from({ length: sent }, (_, index) => index + 1)
      expect(received).toEqual(all)
      expect(server.outcomes).toEqual(all.map((number) => `${number}:delivered`))
      await server.ask({ channel: '/meta/disconnect', clientId })
    }),
    { numRuns: 60 },
  )
})

test('[BC41] a listener hears of exactly the channels that its patterns cover, once each', async () => {
  const segment = fc.constantFrom('a', 'b', 'ab')
  const pattern = fc
    .tuple(fc.array(segment, { maxLength: 3 }), fc.constantFrom('', '*', '**'))
    .map(([stem, end]) => `/${[...stem, ...(end === '' ? [] : [end])].join('/')}`)
    .filter((text) => text !== '/')
  const channel = fc
    .array(segment, { minLength: 1, maxLength: 4 })
    .map((segments) => `/${segments.join('/')}`)
  await fc.assert(
    fc.asyncProperty(
      fc.array(pattern, { minLength: 1, maxLength: 5 }),
      fc.array(channel, { minLength: 1, maxLength: 12 }),
      async (patterns, channels) => {
        const { clientId } = await server.ask(handshake({ user: 'ben' }))
        await server.ask({ channel: '/meta/subscribe', clientId, subscription: patterns })
        for (const name of channels) server.bayeux.broadcast(name, name)
        const { messages } = await server.post([connect(String(clientId))])
        const heard = messages.filter((message) => 'data' in message).map(({ data }) => data)
        expect(heard).toEqual(channels.filter((name) => patterns.some((text) => covers(text, name))))
        await server.ask({ channel: '/meta/disconnect', clientId })
      },
    ),
    { numRuns: 150 },
  )
})

/** What the specification says of patterns, as a regular expression. */
function covers(pattern: string, channel: string): boolean {
  const source = pattern.replace(/\/\*\*$/, '(/[^/]+)+').replace(/\/\*$/, '/[^/]+')
  return new RegExp(`^${source}$`).test(channel)
}
