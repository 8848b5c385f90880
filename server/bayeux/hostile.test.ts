import { connect as dial, type Socket } from 'node:net'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { connect, handshake, startServer, type TestServer } from './testing.ts'

let server: TestServer
afterEach(() => server.close())

/** The bytes of one POST of these messages. */
function post(messages: unknown, headers = ''): string {
  const body = JSON.stringify(messages)
  const length = Buffer.byteLength(body)
  return `POST /cometd HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${headers}Content-Length: ${length}\r\n\r\n${body}`
}

async function open(): Promise<Socket> {
  const socket = dial(server.port, '127.0.0.1')
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket
}

const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`

test('[BX94] what is nested too deeply is refused as malformed, and what else there was goes on', async () => {
  server = await startServer({ limits: { nestingMax: 20 } })
  const clientId = await server.join('ann')
  const deep = (levels: number) => `[{"channel":"/open/a","clientId":"${clientId}","data":${nested(levels)}}]`
  expect((await server.post(deep(19))).status).toBe(400)
  expect((await server.post(deep(100_000))).status).toBe(400)
  // Brackets in a text, escaped quotes among them, are no nesting.
  const text = JSON.stringify([{ channel: '/open/a', clientId, data: '"[[[['.repeat(30) }])
  expect((await server.post(text)).messages).toMatchObject([{ successful: true }])
  expect((await server.post(deep(18))).messages).toMatchObject([{ successful: true }])
  const client = await server.openSocket()
  client.socket.send(deep(100_000))
  expect(await client.closed).toBe(1007)
  expect(await server.ask(connect(clientId, { advice: { timeout: 0 } }), { user: 'ann' })).toMatchObject({
    successful: true,
  })
  expect(server.heard.filter((entry) => entry.startsWith('failed'))).toEqual([])
})

test('[BX95] a message that fails costs none of its company, and nothing that it came with', async () => {
  server = await startServer({
    policy: {
      maySubscribe(_, channel) {
        if (channel === '/broken') throw new Error('broken')
        return true
      },
    },
  })
  const clientId = await server.join('ann')
  server.deliver('ann', 1)
  const broken = { channel: '/meta/subscribe', clientId, subscription: '/broken' }
  const { status, messages } = await server.post([connect(clientId), broken], { headers: { user: 'ann' } })
  expect(status).toBe(200)
  expect(messages).toMatchObject([
    { data: 1 },
    { channel: '/meta/connect', successful: true },
    { channel: '/meta/subscribe', successful: false, error: '500::The server failed' },
  ])
  await server.until(() => server.outcomes.length === 1)
  expect(server.outcomes).toEqual(['1:delivered'])
})

test('[BX26] a connect that began before the newest one and comes later does not win', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  const late = await open()
  const bytes = post([connect(clientId, { id: 'late' })], 'user: ann\r\n')
  late.write(bytes.slice(0, -1))
  await server.until(() => server.bayeux.stats().sessions['long-polling'] === 1)
  // A complete request that comes after the head of the other one.
  await server.ask({ channel: '/meta/unsubscribe', clientId, subscription: '/none' }, { user: 'ann' })
  const newest = await server.hold(clientId, 'ann', { id: 'newest' })
  let answer = ''
  late.on('data', (chunk) => (answer += chunk.toString()))
  late.write(bytes.slice(-1))
  await server.until(() => answer.includes('late'))
  expect(answer).toContain('409::Superseded')
  server.deliver('ann', 1)
  expect((await newest.answer).messages).toMatchObject([{ data: 1 }, { id: 'newest', successful: true }])
  late.destroy()
})

test('[BX42] requests that wait behind a held one are forgotten with their connection', async () => {
  let ended = 0
  let begun = 0
  server = await startServer({
    observer: {
      held: () => {},
      received: () => (begun += 1),
      ended: () => (ended += 1),
    },
  })
  const opened = await server.ask(handshake(), { user: 'ann' })
  const clientId = String(opened['clientId'])
  await server.ask(connect(clientId), { user: 'ann' })
  const [before, beforeBegun] = [ended, begun]
  const socket = await open()
  socket.write(post([connect(clientId)], 'user: ann\r\n'))
  const subscribe = { channel: '/meta/subscribe', clientId, subscription: '/a' }
  for (let i = 0; i < 20; i += 1) socket.write(post([subscribe], 'user: ann\r\n'))
  await server.until(() => begun - beforeBegun === 21)
  socket.resetAndDestroy()
  await server.until(() => ended - before === 21)
  expect(server.bayeux.stats().heldConnects).toBe(0)
})

test('[BX36] a client that does not read its answers is not heard until it has', async () => {
  server = await startServer({ limits: { unsentBytesMax: 100_000 } })
  const client = await server.openSocket()
  const clientId = await client.join('ann')
  client.socket.pause()
  const before = server.heard.filter((entry) => entry.startsWith('frame received')).length
  const received = () => server.heard.filter((entry) => entry.startsWith('frame received')).length - before
  const count = 100
  const padding = 'x'.repeat(200_000)
  for (let id = 0; id < count; id += 1)
    client.send({ channel: '/meta/unsubscribe', clientId, subscription: padding, id: `m${id}` })
  // What the two ends of the connection hold is a few megabytes; 20 are on their way.
  let still = 0
  for (let last = -1; still < 200; still = received() === last ? still + 1 : 0) {
    last = received()
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(received()).toBeLessThan(count)
  client.socket.resume()
  await client.waitFor(({ id }) => id === `m${count - 1}`)
  expect(received()).toBe(count)
})

test('[BX41] any answer that is not read is cut', async () => {
  server = await startServer({ limits: { writingMax: 1000 } })
  const clientId = await server.join('ann')
  const socket = await open()
  socket.pause()
  const closed = new Promise((resolve) => socket.on('close', resolve))
  const subscription = 'x'.repeat(250_000)
  for (let i = 0; i < 60; i += 1)
    socket.write(post([{ channel: '/meta/unsubscribe', clientId, subscription }], 'user: ann\r\n'))
  const answered = () => server.heard.filter((entry) => entry === 'answered ann').length
  await server.until(() => answered() > 20)
  for (let i = 0; i < 50; i += 1) await new Promise((resolve) => setImmediate(resolve))
  await server.clock.advance(1100)
  socket.resume()
  await closed
})

test('[BX71] a refused upgrade leaves no connection, whatever else was sent', async () => {
  server = await startServer()
  const socket = await open()
  const closed = new Promise((resolve) => socket.on('close', resolve))
  socket.write(
    'GET /cometd HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: http://foe.example\r\n\r\nmore',
  )
  socket.resume()
  await closed
})

test('[BX32] what a disconnect acknowledges, or is answered together with, is settled as delivered', async () => {
  server = await startServer()
  const acknowledging = await server.join('ann', { ack: true })
  server.deliver('ann', 1)
  const reply = await server.post([connect(acknowledging)], { headers: { user: 'ann' } })
  const ack = Number(/"ack":(\d+)/.exec(reply.text)?.[1])
  server.deliver('ann', 2)
  await server.ask({ channel: '/meta/disconnect', clientId: acknowledging, ext: { ack } }, { user: 'ann' })
  expect(server.outcomes).toEqual(['1:delivered', '2:lost'])
  const clientId = await server.join('ben')
  server.deliver('ben', 3)
  const last = [connect(clientId), { channel: '/meta/disconnect', clientId }]
  expect((await server.post(last, { headers: { user: 'ben' } })).messages[0]).toMatchObject({ data: 3 })
  await server.until(() => server.outcomes.length === 3)
  expect(server.outcomes[2]).toBe('3:delivered')
})

test.each(['1e999', '-1e999', '9007199254740992', '9007199254740993', '123456789012345678901'])(
  '[BX2] the id %s, which would come back as another number, is not given back',
  async (id) => {
    server = await startServer()
    const { text } = await server.post(`[{"channel":"/meta/connect","clientId":"nobody","id":${id}}]`)
    expect(text).not.toContain('"id"')
  },
)

test.each(['9007199254740991', '-9007199254740991', '1.5', '"123456789012345678901"'])(
  '[BX2] the id %s comes back as it is',
  async (id) => {
    server = await startServer()
    const { text } = await server.post(`[{"channel":"/meta/connect","clientId":"nobody","id":${id}}]`)
    expect(text).toContain(`"id":${id},`)
  },
)
