import { once } from 'node:events'
import http from 'node:http'
import { connect as dial } from 'node:net'
import { WebSocket } from 'ws'
import { afterEach, expect, test } from 'vitest'
import { isRecord } from './message.ts'
import { connect, handshake, startServer, type TestServer, type Wire } from './testing.ts'

let server: TestServer

afterEach(() => server.close())

const tab = { user: 'ann', Cookie: 'BAYEUX_BROWSER=chrome' }

async function joinTab(headers: Record<string, string> = tab): Promise<string> {
  const { clientId } = await server.ask(handshake(), headers)
  await server.ask(connect(String(clientId)), headers)
  return String(clientId)
}

async function holdTab(clientId: string, headers: Record<string, string> = tab) {
  const { heldConnects } = server.bayeux.stats()
  const begun = server.begin([connect(clientId)], { headers })
  await server.until(() => server.bayeux.stats().heldConnects > heldConnects)
  return begun
}

const intervalOf = (reply: Wire | undefined): number => {
  const advice = reply?.['advice']
  return isRecord(advice) && typeof advice['interval'] === 'number' ? advice['interval'] : NaN
}

test('[BX56] beyond its held connects a browser is answered at once and asked to pause', async () => {
  server = await startServer({ limits: { heldPerBrowserMax: 1, crowdedInterval: 3000 } })
  const [first, second] = [await joinTab(), await joinTab()]
  await holdTab(first)
  expect(await server.ask(connect(second), tab)).toEqual({
    channel: '/meta/connect',
    successful: true,
    advice: {
      reconnect: 'retry',
      interval: 3000,
      timeout: 28_000,
      maxInterval: 60_000,
      'multiple-clients': true,
    },
  })
  const other = { user: 'ann', Cookie: 'BAYEUX_BROWSER=firefox' }
  await holdTab(await joinTab(other), other)
  await holdTab(await joinTab({ user: 'ann' }), { user: 'ann' })
  await holdTab(await joinTab({ user: 'ann' }), { user: 'ann' })
  expect(server.bayeux.stats().heldConnects).toBe(4)
})

test.each<[string, (first: string, held: { cut(): void }) => unknown]>([
  ['is cut', (_, held) => held.cut()],
  ['is answered with an event', () => server.deliver('ann', 1)],
  ['times out', () => server.clock.advance(28_000)],
  ['is kicked', () => server.bayeux.sessions().map((session) => server.bayeux.kick(session))],
  ['disconnects', (clientId) => server.ask({ channel: '/meta/disconnect', clientId }, tab)],
])('[BX56] the place is free again when the connect %s', async (_, end) => {
  server = await startServer({ limits: { heldPerBrowserMax: 1 } })
  const first = await joinTab()
  await server.ask({ channel: '/meta/subscribe', clientId: first, subscription: '/news' }, tab)
  const held = await holdTab(first)
  await end(first, held)
  await server.until(() => server.bayeux.stats().heldConnects === 0)
  await holdTab(await joinTab())
  expect(server.bayeux.stats().heldConnects).toBe(1)
})

test('[BX56] a session that superseded its own connect takes no second place, and hears when the crowd is gone', async () => {
  server = await startServer({ limits: { heldPerBrowserMax: 1 } })
  const [first, second] = [await joinTab(), await joinTab()]
  await holdTab(first)
  const begun = server.begin([connect(first)], { headers: tab })
  expect(intervalOf(await server.ask(connect(second), tab))).toBe(2000)
  expect(server.bayeux.stats().heldConnects).toBe(1)
  begun.cut()
  await server.until(() => server.bayeux.stats().heldConnects === 0)
  const { answer } = await holdTab(second)
  await server.clock.advance(28_000)
  const { messages } = await answer
  expect(messages[0]).toMatchObject({ advice: { reconnect: 'retry', interval: 0 } })
  expect(messages[0]?.['advice']).not.toHaveProperty('multiple-clients')
})

test('[BX56] WebSockets take no places', async () => {
  server = await startServer({ limits: { heldPerBrowserMax: 1 } })
  for (let count = 1; count <= 3; count += 1) {
    const client = await server.openSocket({ headers: { Cookie: 'BAYEUX_BROWSER=chrome' } })
    client.send(connect(await client.join('ann')))
    await server.until(() => server.bayeux.stats().heldConnects === count)
  }
})

test('[BX44] a browser may open only so many sessions, and one without a cookie is not counted', async () => {
  server = await startServer({ limits: { sessionsPerBrowserMax: 2 } })
  await joinTab()
  await joinTab()
  expect(await server.ask(handshake(), tab)).toMatchObject({
    error: '503::Too many sessions of this browser',
    advice: { reconnect: 'handshake', interval: 5000 },
  })
  await joinTab({ user: 'ann' })
  await server.bayeux.kick(
    server.bayeux.sessions()[0] ?? {
      clientId: '',
      user: null,
      transport: 'websocket',
      ext: undefined,
      subscriptions: [],
    },
  )
  await joinTab()
  expect(server.bayeux.sessions()).toHaveLength(3)
})

test('[BX44] from one address, or over one socket, only so many sessions are opened; others have room', async () => {
  server = await startServer({ limits: { sessionsPerAddressMax: 3 } })
  const client = await server.openSocket()
  for (const id of ['1', '2'])
    expect(await client.ask({ ...handshake(), id })).toMatchObject({ successful: true })
  const { clientId } = await server.ask(handshake())
  const refusal = {
    successful: false,
    error: '503::Too many sessions of this address',
    advice: { reconnect: 'handshake', interval: 5000 },
  }
  expect(await client.ask({ ...handshake(), id: '3' })).toMatchObject(refusal)
  expect(await server.ask(handshake(), { user: 'ann' })).toMatchObject(refusal)
  expect(server.bayeux.stats().turnedAway['too-many-of-address']).toBe(2)
  const elsewhere = await server.post([handshake()], { localAddress: '127.0.0.2' })
  expect(elsewhere.messages[0]).toMatchObject({ successful: true })
  await server.ask({ channel: '/meta/disconnect', clientId })
  expect(await server.ask(handshake())).toMatchObject({ successful: true })
})

test('[BX48] handshakes beyond so many a second are turned away with 503 and leave nothing', async () => {
  server = await startServer({ limits: { handshakesPerSecondMax: 2 } })
  await server.ask(handshake())
  const socket = await server.openSocket()
  await socket.ask(handshake())
  const { status, text, headers } = await server.post([handshake()])
  expect([status, text, headers['content-length']]).toEqual([503, '', '0'])
  expect(await socket.ask({ ...handshake(), id: '2' })).toMatchObject({
    successful: false,
    error: '503::Too many handshakes',
    advice: { reconnect: 'handshake' },
  })
  expect(server.bayeux.sessions()).toHaveLength(2)
  expect(server.bayeux.stats().turnedAway['too-fast']).toBe(2)
  await server.clock.advance(1000)
  expect(await server.ask(handshake())).toMatchObject({ successful: true })
})

test('[BX49] while few clients come, one that has to shake hands may do so at once', async () => {
  server = await startServer({ limits: { handshakesPerSecondCalm: 5 } })
  for (let round = 0; round < 5; round += 1) {
    expect(intervalOf(await server.ask(connect('gone')))).toBe(0)
  }
})

test('[BX49] the more clients come in a second, the longer the time over which they are asked to spread', async () => {
  server = await startServer({ limits: { handshakesPerSecondCalm: 10, reconnectSpreadMax: 20_000 } })
  const intervals = async (count: number) =>
    (await server.post(Array.from({ length: count }, () => connect('gone')))).messages.map(intervalOf)
  const spread = async (count: number) => Math.max(...(await intervals(count)))
  expect(Math.max(...(await intervals(10)))).toBe(0)
  const some = await intervals(90)
  expect(Math.max(...some)).toBeGreaterThan(3000)
  expect(Math.max(...some)).toBeLessThanOrEqual(10_000)
  expect(new Set(some).size).toBeGreaterThan(30)
  for (let round = 0; round < 10; round += 1) await intervals(100)
  expect(await spread(100)).toBeGreaterThan(15_000)
  expect(await spread(100)).toBeLessThanOrEqual(20_000)
  await server.clock.advance(3000)
  expect(await spread(5)).toBe(0)
})

test('[BX80] the more clients there are when the server closes, the longer the time over which they come back', async () => {
  server = await startServer({
    limits: { handshakesPerSecondCalm: 2, reconnectSpread: 0, reconnectSpreadMax: 60_000 },
  })
  const helds = await Promise.all(
    Array.from({ length: 40 }, async (_, index) => server.hold(await server.join(`u${index}`), `u${index}`)),
  )
  void server.bayeux.close()
  const intervals = await Promise.all(helds.map(async ({ answer }) => intervalOf((await answer).messages[0])))
  expect(Math.max(...intervals)).toBeGreaterThan(8000)
  expect(Math.max(...intervals)).toBeLessThanOrEqual(20_000)
  expect(new Set(intervals).size).toBeGreaterThan(20)
})

test('[BX75] a socket beyond the most is refused with 503 until another has closed', async () => {
  server = await startServer({ limits: { socketsMax: 1 } })
  const client = await server.openSocket()
  const refused = new WebSocket(server.url.replace('http', 'ws'))
  const response = await new Promise<http.IncomingMessage>((resolve) =>
    refused.on('unexpected-response', (_, answer) => resolve(answer)),
  )
  expect(response.statusCode).toBe(503)
  client.socket.close()
  await client.closed
  await server.until(() => server.bayeux.stats().sockets === 0)
  await server.openSocket()
})

test('[BX76] a socket that no session uses and on which nothing is said is closed', async () => {
  server = await startServer({ limits: { socketIdleMax: 50_000, pingEvery: 20_000 } })
  const idle = await server.openSocket()
  const used = await server.openSocket()
  const talking = await server.openSocket()
  used.send(connect(await used.join('ann'), { id: 'held' }))
  for (let round = 1; round <= 4; round += 1) {
    talking.socket.send('[]')
    used.socket.send('[]')
    await server.until(() =>
      [talking, used].every(({ frames }) => frames.filter((f) => f === '[]').length === round),
    )
    await server.clock.advance(20_000)
  }
  expect(await idle.closed).toBe(1001)
  expect(used.socket.readyState).toBe(WebSocket.OPEN)
  expect(talking.socket.readyState).toBe(WebSocket.OPEN)
})

test('[BX47] connects are held for less than proxies wait, pings come in time, and slow tabs find their session', async () => {
  server = await startServer()
  const { advice } = await server.ask(handshake())
  expect(advice).toEqual({ reconnect: 'retry', interval: 0, timeout: 28_000, maxInterval: 60_000 })
  const { answer } = await server.hold(await server.join('ann'), 'ann')
  await server.clock.advance(28_100)
  expect((await answer).messages).toHaveLength(1)
})

test('[BX99] of bodies that do not end only so much is kept, and what has ended or was cut makes room', async () => {
  let pieces = 0
  let ended = 0
  const observer = { received: () => (pieces += 1), ended: () => (ended += 1) }
  server = await startServer({ limits: { unfinishedBytesMax: 1000 }, observer })
  const body = JSON.stringify([handshake({ user: 'ann' })]).padEnd(600)
  const begin = async () => {
    const before = pieces
    const socket = dial(server.port, '127.0.0.1')
    const answer = once(socket, 'data').then(String)
    socket.write(`POST /cometd HTTP/1.1\r\nHost: x\r\nContent-Length: 600\r\n\r\n${body.slice(0, -1)}`)
    await server.until(() => pieces > before)
    return { socket, answer }
  }
  const first = await begin()
  const second = await begin()
  expect(await second.answer).toMatch(/^HTTP\/1.1 503 .*\r\n(.+\r\n)*Connection: close/)
  second.socket.destroy()
  first.socket.write(body.slice(-1))
  expect(await first.answer).toContain('"successful":true')
  first.socket.destroy()
  const third = await begin()
  third.socket.destroy()
  await server.until(() => ended === 3)
  expect((await server.post(body)).status).toBe(200)
})

test('[BX99] only so many requests are open at a time, held ones included', async () => {
  server = await startServer({ limits: { requestsMax: 2 } })
  const [ann, ben] = [await server.join('ann'), await server.join('ben')]
  const held = await server.hold(ann, 'ann')
  await server.hold(ben, 'ben')
  expect((await server.post([handshake({ user: 'carl' })])).status).toBe(503)
  server.deliver('ann', 1)
  await held.answer
  expect((await server.post([handshake({ user: 'carl' })])).status).toBe(200)
})
