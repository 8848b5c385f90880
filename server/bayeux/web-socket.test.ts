import { once } from 'node:events'
import http from 'node:http'
import { WebSocket } from 'ws'
import { afterEach, expect, test } from 'vitest'
import { connect, handshake, startServer, type TestServer } from './testing.ts'

let server: TestServer

afterEach(() => server.close())

test('[BX70] an empty array comes back', async () => {
  server = await startServer()
  const client = await server.openSocket()
  client.socket.send('[]')
  await server.until(() => client.frames.length === 1)
  expect(client.frames).toEqual(['[]'])
})

test.each([
  ['http://enemy.example', 403],
  ['null', 403],
  ['http://friend.example', 101],
  [undefined, 101],
])('[BX71] an upgrade from the origin %s is answered with %i', async (origin, status) => {
  server = await startServer()
  const request = http.request({
    port: server.port,
    host: '127.0.0.1',
    headers: {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': Buffer.alloc(16).toString('base64'),
      ...(origin === undefined ? {} : { Origin: origin }),
    },
  })
  request.end()
  const answered = new Promise<http.IncomingMessage>((resolve) => {
    request.on('response', resolve)
    request.on('upgrade', resolve)
  })
  const response = await answered
  expect(response.statusCode).toBe(status)
  response.socket.destroy()
})

test.each([
  ['that is too big', 1009, JSON.stringify([handshake()]).padEnd(1001)],
  ['that is no JSON', 1007, '[{'],
  ['without a message in it', 1007, '[7]'],
  ['in binary', 1003, Buffer.from(JSON.stringify([handshake()]))],
  ['with too many messages', 1009, JSON.stringify([1, 2, 3].map(() => ({ channel: '/a' })))],
])('[BX72] a frame %s closes the socket with %i', async (_, code, frame) => {
  server = await startServer({ limits: { bodyBytesMax: 1000, messagesPerRequestMax: 2 } })
  const client = await server.openSocket()
  client.socket.send(frame)
  expect(await client.closed).toBe(code)
  expect(server.bayeux.sessions()).toEqual([])
})

test('[BX73] every socket is pinged, and one that answers stays open', async () => {
  server = await startServer()
  const client = await server.openSocket()
  let pings = 0
  client.socket.on('ping', () => (pings += 1))
  for (let round = 1; round <= 3; round += 1) {
    await server.clock.advance(20_000)
    await server.until(() => pings === round)
    // The answer to the ping arrives before this one.
    client.socket.send('[]')
    await server.until(() => client.frames.length === round)
  }
  expect(client.socket.readyState).toBe(WebSocket.OPEN)
})

test('[BX73] a socket that does not answer a ping is cut, and its session waits for another', async () => {
  server = await startServer({ limits: { pingEvery: 5000 } })
  const client = new WebSocket(`ws://127.0.0.1:${server.port}/cometd`, { autoPong: false })
  await once(client, 'open')
  const closed = once(client, 'close')
  client.send(JSON.stringify(handshake({ user: 'ann' })))
  await once(client, 'message')
  await server.clock.advance(5000)
  await server.clock.advance(5000)
  expect((await closed)[0]).toBe(1006)
  expect(server.bayeux.sessions()).toHaveLength(1)
})

test('[BX73] a socket whose client reads slowly but steadily is not cut, though ever more waits for it', async () => {
  server = await startServer({ limits: { queuedBytesMax: 200 * 1024 * 1024 } })
  const client = await server.openSocket()
  await client.join('ann')
  client.socket.pause()
  const data = 'x'.repeat(20 * 1024 * 1024)
  server.deliver('ann', data)
  await server.until(() => server.heard.at(-1) === 'frame sent ann')
  // This ping waits behind the first message, and the kernel holds a few megabytes of that.
  await server.clock.advance(20_000)
  server.deliver('ann', data.repeat(2))
  client.socket.resume()
  await server.until(() => server.outcomes.length === 1)
  client.socket.pause()
  await server.clock.advance(20_000)
  client.socket.resume()
  const received = () => client.messages.flatMap((message) => message['data'] ?? [])
  await server.until(() => received().length === 2 || client.socket.readyState === WebSocket.CLOSED)
  expect(received().map((text) => String(text).length)).toEqual([data.length, 2 * data.length])
})

test('[BX73] a socket that had much to read at once is not cut while its client reads that', async () => {
  server = await startServer({ limits: { queuedBytesMax: 200 * 1024 * 1024 } })
  const client = await server.openSocket()
  await client.join('ann')
  client.socket.pause()
  const data = 'x'.repeat(200 * 1024)
  for (let count = 0; count < 150; count += 1) server.deliver('ann', data)
  await server.until(() => server.heard.at(-1) === 'frame sent ann')
  await server.clock.advance(20_000)
  client.socket.resume()
  await server.until(() => server.outcomes.length > 80)
  client.socket.pause()
  await server.clock.advance(20_000)
  client.socket.resume()
  const count = () => client.messages.filter((message) => 'data' in message).length
  await server.until(() => count() === 150 || client.socket.readyState === WebSocket.CLOSED)
  expect(count()).toBe(150)
})

test('[BX73] a socket that does not read is cut, also when its messages are small', async () => {
  server = await startServer({ limits: { pingEvery: 5000 } })
  const client = await server.openSocket()
  await client.join('ann')
  client.socket.pause()
  await server.clock.advance(5000)
  server.deliver('ann', 1)
  await server.until(() => server.outcomes.length === 1)
  await server.clock.advance(5000)
  client.socket.resume()
  expect(await client.closed).toBe(1006)
})

test('[BX74] a client that offers compression and subprotocols gets neither', async () => {
  server = await startServer()
  const client = new WebSocket(`ws://127.0.0.1:${server.port}/cometd`, { perMessageDeflate: true })
  await once(client, 'open')
  expect(client.extensions).toBe('')
  client.terminate()
  const picky = new WebSocket(`ws://127.0.0.1:${server.port}/cometd`, ['bayeux'])
  const upgraded = new Promise<http.IncomingMessage>((resolve) => picky.on('upgrade', resolve))
  // What the client thinks of that is its own affair.
  picky.on('error', () => {})
  expect((await upgraded).headers['sec-websocket-protocol']).toBeUndefined()
})

test('[BX17] a frame with several messages is answered in one, replies in their order', async () => {
  server = await startServer()
  const client = await server.openSocket()
  const clientId = await client.join('ann')
  const before = client.frames.length
  client.send(
    { channel: '/meta/subscribe', clientId, subscription: '/a', id: '1' },
    connect(clientId, { id: '2' }),
    { channel: '/service/x', clientId, data: 1, id: '3' },
  )
  await client.waitFor(({ id }) => id === '3')
  expect(client.frames).toHaveLength(before + 1)
  expect(client.messages.slice(-3).map(({ id }) => id)).toEqual(['1', '2', '3'])
})

test('[BX61] a lone object is a message on a WebSocket too', async () => {
  server = await startServer()
  const client = await server.openSocket()
  client.socket.send(JSON.stringify({ ...handshake({ user: 'ann' }), id: 7 }))
  expect(await client.waitFor(({ id }) => id === 7)).toMatchObject({ successful: true })
})
