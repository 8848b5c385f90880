import { createServer } from 'node:http'
import { AckExtension, CometD, type Message } from 'cometd'
import { adapt } from 'cometd-nodejs-client'
import { afterEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { createBayeux } from './hub.ts'
import { isRecord } from './message.ts'
import { connect, handshake, startServer, testPolicy, type TestServer } from './testing.ts'

let server: TestServer

afterEach(() => server.close())

/** The official client, on one transport, as an app sets it up. */
function createClient(url: string, transport: 'long-polling' | 'websocket', user?: string): CometD {
  adapt()
  const client = new CometD()
  client.configure({
    url,
    maxNetworkDelay: 5000,
    ...(user === undefined || transport === 'websocket' ? {} : { requestHeaders: { user } }),
  })
  const other = transport === 'websocket' ? 'long-polling' : 'websocket'
  client.unregisterTransport(other)
  client.unregisterTransport('callback-polling')
  return client
}

const handshaken = (client: CometD, fields: object) =>
  new Promise<Message>((resolve) => client.handshake(fields, resolve))
const disconnected = (client: CometD) => new Promise<Message>((resolve) => client.disconnect({}, resolve))

describe.each(['long-polling', 'websocket'] as const)('the official client over %s', (transport) => {
  test('[BX1] it handshakes, subscribes, connects, receives in order, and disconnects', async () => {
    server = await startServer()
    const { bayeux, outcomes, heard } = server
    const client = createClient(server.url, transport, 'ann')
    const reply = await handshaken(client, { ext: { user: 'ann' } })
    expect(reply.successful).toBe(true)
    const received: unknown[] = []
    await new Promise<Message>((resolve) =>
      client.subscribe('/news', (message: Message) => received.push(message.data), resolve),
    )
    expect(bayeux.isListening('/news', 'ann')).toBe(true)
    for (let number = 0; number < 20; number += 1) {
      server.deliver('ann', { number })
      await server.until(() => received.length === number + 1)
    }
    server.deliver('ann', 'one')
    server.deliver('ann', 'two')
    await server.until(() => received.length === 22)
    expect(received.slice(-3)).toEqual([{ number: 19 }, 'one', 'two'])
    await server.until(() => outcomes.length === 22)
    expect(outcomes.every((outcome) => outcome.endsWith(':delivered'))).toBe(true)
    const farewell = await disconnected(client)
    expect(farewell.successful).toBe(true)
    expect(bayeux.sessions()).toEqual([])
    expect(heard).toContain('closed ann disconnect')
  })

  test('[BX33] with its acknowledgement extension it gets every message once, and each is acknowledged', async () => {
    server = await startServer()
    const client = createClient(server.url, transport, 'ann')
    client.registerExtension('ack', new AckExtension())
    await handshaken(client, { ext: { user: 'ann' } })
    const received: unknown[] = []
    await new Promise<Message>((resolve) =>
      client.subscribe('/news', (message: Message) => received.push(message.data), resolve),
    )
    for (let number = 0; number < 30; number += 1) {
      server.deliver('ann', number)
      if (number % 3 === 0) await server.until(() => received.length === number + 1)
    }
    await server.until(() => server.outcomes.length === 30)
    expect(received).toEqual(Array.from({ length: 30 }, (_, number) => number))
    await disconnected(client)
    expect(server.outcomes.every((outcome) => outcome.endsWith(':delivered'))).toBe(true)
  })

  test('[BX20] it goes on connecting when nothing happens', async () => {
    server = await startServer()
    const client = createClient(server.url, transport, 'ann')
    let connects = 0
    client.addListener(
      '/meta/connect',
      ({ successful }: Message) => (connects += successful === true ? 1 : 0),
    )
    await handshaken(client, { ext: { user: 'ann' } })
    for (let round = 1; round <= 3; round += 1) {
      await server.until(() => connects === round)
      // The next connect has arrived when the one after it is answered.
      await server.ask({ channel: '/meta/connect' })
      await server.clock.advance(28_100)
    }
    await disconnected(client)
    expect(connects).toBeGreaterThanOrEqual(3)
  })
})

test('[BX53] the official client that shows its user in a header falls back to long-polling and is bound there', async () => {
  server = await startServer()
  adapt()
  const client = new CometD()
  client.configure({ url: server.url, requestHeaders: { user: 'ann' } })
  client.unregisterTransport('callback-polling')
  const received: unknown[] = []
  client.addListener('/meta/handshake', ({ successful }: Message) => {
    if (successful) client.subscribe('/news', (message: Message) => received.push(message.data))
  })
  client.handshake()
  await server.until(() => server.bayeux.isListening('/news', 'ann'))
  expect(server.heard[0]).toBe('frame received -')
  expect(client.getTransport()?.type).toBe('long-polling')
  server.deliver('ann', 'hello')
  await server.until(() => received.length === 1)
  await disconnected(client)
})

test('[BX53] only an unbound WebSocket is sent to long-polling, and only when the client knows that', async () => {
  server = await startServer()
  const client = await server.openSocket()
  const typesFor = async (message: object) =>
    (await client.ask({ ...handshake(), ...message }))['supportedConnectionTypes']
  expect(await typesFor({ id: '1' })).toEqual(['long-polling'])
  expect(await typesFor({ id: '2', ext: { user: 'ann' } })).toEqual(['websocket', 'long-polling'])
  expect(await typesFor({ id: '3', supportedConnectionTypes: ['websocket'] })).toEqual([
    'websocket',
    'long-polling',
  ])
  const polled = await server.ask(handshake())
  expect(polled).toMatchObject({ successful: true, supportedConnectionTypes: ['websocket', 'long-polling'] })
})

test('[BX53] where the host wants it, a client that is nobody stays on its WebSocket and hears what is for all', async () => {
  server = await startServer({ anonymousSockets: true })
  const client = await server.openSocket()
  const opened = await client.ask(handshake())
  expect(opened['supportedConnectionTypes']).toEqual(['websocket', 'long-polling'])
  await client.join(null)
  server.bayeux.broadcast('/news', 'all')
  await client.waitFor(({ data }) => data === 'all')
})

test('[BX50] a session belongs to the user of its handshake, also for requests that show none', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  expect(await server.ask(connect(clientId, { advice: { timeout: 0 } }))).toMatchObject({ successful: true })
  const client = await server.openSocket()
  await client.join('ben')
  const sessions = server.bayeux.sessions().map(({ user, transport }) => [user, transport])
  expect(sessions).toEqual([
    ['ann', 'long-polling'],
    ['ben', 'websocket'],
  ])
})

test('[BX51] a request that shows another user is answered as from an unknown client', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  const asBen = { user: 'ben' }
  const connected = await server.ask(connect(clientId), asBen)
  expect(connected).toMatchObject({ error: '402::Unknown client', advice: { reconnect: 'handshake' } })
  await server.ask({ channel: '/meta/subscribe', clientId, subscription: '/more' }, asBen)
  await server.ask({ channel: '/meta/disconnect', clientId }, asBen)
  expect(server.bayeux.isListening('/news', 'ann')).toBe(true)
  expect(server.bayeux.isListening('/more', 'ann')).toBe(false)
  const socket = await server.openSocket({ headers: asBen })
  expect(await socket.ask(connect(clientId))).toMatchObject({ error: '402::Unknown client' })
})

test('[BX52] a session without a user is bound by its first request that shows one, and the host hears it', async () => {
  server = await startServer()
  const clientId = await server.join(null)
  expect(server.deliver('ann', 'too early')).toBe(0)
  expect(server.heard).not.toContain('ann listens on /news')
  const { answer } = await server.hold(clientId, 'ann')
  expect(server.heard).toContain('ann listens on /news')
  expect(server.deliver('ann', 'now')).toBe(1)
  expect((await answer).messages[0]).toEqual({ channel: '/news', data: 'now' })
  expect(await server.ask(connect(clientId), { user: 'ben' })).toMatchObject({ successful: false })
})

test('[BX80] closing sends every client home with advice to come back, and ends the sessions', async () => {
  server = await startServer({ limits: { reconnectSpread: 4000 } })
  const held = await server.hold(await server.join('ann'), 'ann', { id: 'last' })
  const client = await server.openSocket()
  client.send(connect(await client.join('ben'), { id: 'last' }))
  await client.ask({ channel: '/meta/connect' })
  server.deliver('ann', 'just in time')
  const closed = server.bayeux.close()
  expect(server.bayeux.close()).toBe(closed)
  const { messages, headers } = await held.answer
  expect(headers['connection']).toBe('close')
  expect(messages.map(({ id, data }) => id ?? data)).toEqual(['just in time', 'last'])
  for (const reply of [messages[1], await client.waitFor(({ id }) => id === 'last')]) {
    expect(reply).toMatchObject({ successful: true, advice: { reconnect: 'retry', timeout: 28_000 } })
    const advice = reply?.['advice']
    const interval = isRecord(advice) ? advice['interval'] : undefined
    expect(interval).toBeGreaterThanOrEqual(0)
    expect(interval).toBeLessThanOrEqual(4000)
  }
  expect(await client.closed).toBe(1001)
  await closed
  expect(server.bayeux.sessions()).toEqual([])
  expect(server.outcomes).toEqual(['"just in time":delivered'])
  expect(server.heard.slice(-2)).toEqual(['closed ann shutdown', 'closed ben shutdown'])
  const refused = await server.post([handshake()], { headers: { Origin: 'http://friend.example' } })
  expect(refused.status).toBe(503)
  expect(refused.headers['access-control-allow-origin']).toBe('http://friend.example')
  const late = new WebSocket(`ws://127.0.0.1:${server.port}/cometd`)
  const refusal = new Promise<number | undefined>((resolve) =>
    late.on('unexpected-response', (_, response) => resolve(response.statusCode)),
  )
  expect(await refusal).toBe(503)
  expect(server.clock.next()).toBeNull()
})

test('[BX80] closing does not wait longer than its grace for a client that does not take its answer', async () => {
  server = await startServer({ limits: { closeGrace: 3000 } })
  const client = await server.openSocket()
  await client.join('ann')
  client.socket.pause()
  const closed = server.bayeux.close()
  await server.clock.advance(3000)
  await closed
  client.socket.resume()
  expect(server.bayeux.sessions()).toEqual([])
  await client.closed
})

test('[BX81] the observer hears what crosses the wire, and whose it is', async () => {
  server = await startServer()
  const held = await server.hold(await server.join('ann'), 'ann')
  server.deliver('ann', 1)
  await held.answer
  await server.post('7')
  expect(server.heard).toEqual([
    'opened ann',
    'answered ann',
    'ann listens on /news',
    'answered ann',
    'answered ann',
    'held ann',
    'answered ann',
    'answered -',
  ])
  server.heard.length = 0
  const client = await server.openSocket()
  const clientId = await client.join('ben')
  server.deliver('ben', 1)
  await client.waitFor(({ data }) => data === 1)
  await client.ask({ channel: '/meta/disconnect', clientId })
  client.socket.send('no json')
  await client.closed
  expect(server.heard).toEqual([
    'frame received -',
    'opened ben',
    'frame sent ben',
    'frame received ben',
    'ben listens on /news',
    'frame sent ben',
    'frame received ben',
    'frame sent ben',
    'frame sent ben',
    'frame received ben',
    'closed ben disconnect',
    'frame sent ben',
    'frame received -',
  ])
})

test('[BX82] an exception of the policy costs the one message, and the observer is told', async () => {
  const broken = () => {
    throw new Error('broken')
  }
  const failures: unknown[] = []
  const observer = {
    failed: (error: unknown) => {
      failures.push(error)
      throw error
    },
  }
  server = await startServer({ policy: { maySubscribe: broken, mayComeFrom: broken }, observer })
  const { clientId } = await server.ask(handshake({ user: 'ann' }))
  const subscribe = { channel: '/meta/subscribe', clientId, subscription: '/a' }
  const failed = { channel: '/meta/subscribe', successful: false, error: '500::The server failed' }
  expect((await server.post([subscribe])).messages).toMatchObject([failed])
  expect((await server.post([subscribe], { headers: { Origin: 'http://a.example' } })).status).toBe(500)
  const client = await server.openSocket()
  expect(await client.ask(subscribe)).toMatchObject(failed)
  await expect(server.openSocket({ headers: { Origin: 'http://a.example' } })).rejects.toThrow('500')
  expect(failures).toHaveLength(4)
  expect(await server.ask(connect(String(clientId)))).toMatchObject({ successful: true })
})

test('[BX82] an exception of the policy at a handshake refuses that one, and harms nobody on the same socket', async () => {
  server = await startServer({
    policy: {
      identify({ ext }) {
        if (ext?.['user'] === 'broken') throw new Error('broken')
        return typeof ext?.['user'] === 'string' ? ext['user'] : null
      },
    },
  })
  const client = await server.openSocket()
  const clientId = await client.join('ann')
  client.send(connect(clientId, { id: 'held' }))
  const refused = { channel: '/meta/handshake', successful: false, error: '500::The server failed' }
  const advice = { reconnect: 'handshake', interval: 5000 }
  expect(await client.ask(handshake({ user: 'broken' }))).toMatchObject({ ...refused, advice })
  expect((await server.post([handshake({ user: 'broken' })])).messages).toMatchObject([
    { ...refused, advice },
  ])
  server.deliver('ann', 1)
  await client.waitFor(({ data }) => data === 1)
  expect(server.bayeux.stats()).toMatchObject({ heldConnects: 1, turnedAway: { failed: 2 } })
  expect(server.heard.filter((entry) => entry.startsWith('failed'))).toHaveLength(2)
})

test('[BX82] an exception of the observer or of a settlement changes nothing for the client', async () => {
  const failures: string[] = []
  const broken = (): void => {
    throw new Error('broken')
  }
  server = await startServer({
    observer: {
      listening: broken,
      frame: broken,
      answered: broken,
      held: broken,
      sessionOpened: broken,
      sessionClosed: broken,
      failed: (error) => failures.push(String(error)),
    },
  })
  const client = await server.openSocket()
  const clientId = await client.join('ann')
  client.send(connect(clientId, { advice: { timeout: 10 } }))
  server.bayeux.deliver('ann', '/news', 1, broken)
  await client.waitFor(({ data }) => data === 1)
  const polled = await server.join('ben')
  expect(await server.ask({ channel: '/meta/disconnect', clientId: polled })).toMatchObject({
    successful: true,
  })
  expect(new Set(failures)).toEqual(new Set(['Error: broken']))
})

test('[BX55] a session whose handshake showed a browser is unknown to any other browser', async () => {
  server = await startServer()
  const ours = { user: 'ann', Cookie: 'BAYEUX_BROWSER=ours' }
  const { clientId } = await server.ask(handshake(), ours)
  const asked = { channel: '/meta/subscribe', clientId, subscription: '/news' }
  const theirs = { user: 'ann', Cookie: 'BAYEUX_BROWSER=theirs' }
  expect(await server.ask(asked, theirs)).toMatchObject({ error: '402::Unknown client' })
  expect(server.bayeux.stats().turnedAway['other-browser']).toBe(1)
  expect(server.bayeux.isListening('/news', 'ann')).toBe(false)
  expect(await server.ask(asked, ours)).toMatchObject({ successful: true })
})

test('[BX55] a client that shows no cookie, or got its first with the handshake, is not taken for another', async () => {
  server = await startServer()
  const { clientId } = await server.ask(handshake(), { Cookie: 'BAYEUX_BROWSER=ours' })
  expect(await server.ask({ channel: '/meta/subscribe', clientId, subscription: '/news' })).toMatchObject({
    successful: true,
  })
  const fresh = await server.ask(handshake())
  const other = { Cookie: 'BAYEUX_BROWSER=of-another-first-handshake' }
  expect(await server.ask(connect(String(fresh['clientId'])), other)).toMatchObject({ successful: true })
})

test("[BX55] a session whose first cookie was given with its handshake is tied to its browser's, once that is sure", async () => {
  server = await startServer({ limits: { namingTime: 10_000, sessionsPerBrowserMax: 1 } })
  const { messages, headers } = await server.post([handshake()])
  const clientId = messages[0]?.['clientId']
  const given = headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  const asked = { channel: '/meta/unsubscribe', clientId, subscription: '/none' }
  const askAs = (Cookie: string) => server.ask(asked, { Cookie })
  expect(await askAs(given)).toMatchObject({ successful: true })
  // Another tab's handshake was answered meanwhile, and the browser keeps the later name.
  const Cookie = 'BAYEUX_BROWSER=kept'
  expect(await askAs(Cookie)).toMatchObject({ successful: true })
  await server.clock.advance(10_000)
  const socket = await server.openSocket({ headers: { Cookie: given } })
  expect(await socket.ask(asked)).toMatchObject({ successful: true })
  expect(await askAs(Cookie)).toMatchObject({ successful: true })
  expect(await askAs(given)).toMatchObject({ error: '402::Unknown client' })
  expect(await server.ask(asked)).toMatchObject({ successful: true })
  // It counts among the sessions of that browser, until it ends.
  expect(await server.ask(handshake(), { Cookie })).toMatchObject({ successful: false })
  await server.ask({ channel: '/meta/disconnect', clientId }, { Cookie })
  expect(await server.ask(handshake(), { Cookie })).toMatchObject({ successful: true })
})

test('[BX91] a client is known as soon as it can have read its handshake reply, on any connection', async () => {
  server = await startServer()
  await Promise.all(
    Array.from({ length: 50 }, async () => {
      const { clientId } = await server.ask(handshake(), { user: 'ann' })
      const socket = await server.openSocket({ headers: { user: 'ann' } })
      expect(await socket.ask(connect(String(clientId)))).toMatchObject({ successful: true })
    }),
  )
})

test('[BX92] it opens nothing, listens to nothing and waits for nothing until it is used', async () => {
  server = await startServer()
  expect(server.clock.next()).toBeNull()
  const host = createServer()
  const before = host.eventNames()
  const bayeux = createBayeux({ clock: server.clock, policy: testPolicy })
  host.on('upgrade', bayeux.upgrade)
  expect(host.listenerCount('upgrade')).toBe(1)
  expect(host.eventNames()).toEqual([...before, 'upgrade'])
  expect(server.clock.next()).toBeNull()
  await bayeux.close()
})
