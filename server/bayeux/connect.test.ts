import { afterEach, expect, test } from 'vitest'
import { connect, handshake, startServer, type TestServer } from './testing.ts'

let server: TestServer

afterEach(() => server.close())

const fullAdvice = { reconnect: 'retry', interval: 0, timeout: 28_000, maxInterval: 60_000 }

/** What `promise` has come to by now, or `pending`. */
async function stateOf(promise: Promise<unknown>): Promise<string> {
  await server.ask({ channel: '/meta/connect' })
  return Promise.race([promise.then(() => 'answered'), Promise.resolve('pending')])
}

test('[BX20] a connect is held until something is delivered', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  const { answer } = await server.hold(clientId, 'ann', { id: '5' })
  await server.clock.advance(27_000)
  expect(await stateOf(answer)).toBe('pending')
  server.deliver('ann', { text: 'hello' })
  expect((await answer).messages).toEqual([
    { channel: '/news', data: { text: 'hello' } },
    { channel: '/meta/connect', id: '5', successful: true },
  ])
})

test('[BX20] a connect to which nothing happens is answered when its timeout is over', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  const { answer } = await server.hold(clientId, 'ann', { id: '5' })
  await server.clock.advance(28_100)
  expect((await answer).messages).toEqual([{ channel: '/meta/connect', id: '5', successful: true }])
})

test('[BX20] on a WebSocket events go out beside the held connect, which ends with its timeout', async () => {
  server = await startServer()
  const client = await server.openSocket()
  const clientId = await client.join('ann')
  client.send(connect(clientId, { id: 'held' }))
  server.deliver('ann', 1)
  await client.waitFor(({ data }) => data === 1)
  expect(client.messages.some(({ id }) => id === 'held')).toBe(false)
  await server.clock.advance(28_100)
  expect(await client.waitFor(({ id }) => id === 'held')).toEqual({
    channel: '/meta/connect',
    id: 'held',
    successful: true,
  })
  server.deliver('ann', 2)
  await client.waitFor(({ data }) => data === 2)
})

test('[BX21] the first connect is answered at once, over both transports', async () => {
  server = await startServer()
  const { clientId } = await server.ask(handshake(), { user: 'ann' })
  expect(await server.ask(connect(String(clientId)))).toMatchObject({ successful: true })
  const client = await server.openSocket()
  const opened = await client.ask(handshake({ user: 'ann' }))
  expect(await client.ask(connect(String(opened['clientId'])))).toMatchObject({ successful: true })
  expect(server.heard).not.toContain('held ann')
})

test('[BX22] a client chooses how long its connect is held, within the timeout of the server', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  const short = await server.hold(clientId, 'ann', { advice: { timeout: 5000 } })
  await server.clock.advance(4900)
  expect(await stateOf(short.answer)).toBe('pending')
  await server.clock.advance(200)
  await short.answer
  for (const timeout of [0, -1]) {
    await server.ask(connect(clientId, { advice: { timeout } }), { user: 'ann' })
  }
  for (const timeout of [1e12, 'long', null]) {
    const long = await server.hold(clientId, 'ann', { advice: { timeout } })
    await server.clock.advance(27_900)
    expect(await stateOf(long.answer)).toBe('pending')
    await server.clock.advance(200)
    expect((await long.answer).messages).toHaveLength(1)
  }
})

test('[BX23] first and advised connects are answered with advice, the others without', async () => {
  server = await startServer()
  const { clientId } = await server.ask(handshake(), { user: 'ann' })
  const id = String(clientId)
  expect((await server.ask(connect(id)))['advice']).toEqual(fullAdvice)
  expect((await server.ask(connect(id, { advice: { timeout: 0 } })))['advice']).toEqual(fullAdvice)
  const { answer } = await server.hold(id, 'ann')
  await server.clock.advance(28_100)
  expect((await answer).messages[0]).not.toHaveProperty('advice')
})

test('[BX24] a connect with company is not held, and replies keep the order of their messages', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  server.deliver('ann', 'waiting')
  const { messages } = await server.post([
    { channel: '/meta/subscribe', clientId, subscription: '/a', id: '1' },
    connect(clientId, { id: '2' }),
    { channel: '/meta/subscribe', clientId, subscription: '/b', id: '3' },
  ])
  expect(messages.map(({ id, data }) => id ?? data)).toEqual(['waiting', '1', '2', '3'])
})

test('[BX17] events come before replies, and connects without anything new are answered all the same', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  server.deliver('ann', 1)
  server.deliver('ann', 2)
  const { messages } = await server.post([connect(clientId, { id: 'c' })])
  expect(messages.map(({ id, data }) => id ?? data)).toEqual([1, 2, 'c'])
  const { messages: next } = await server.post([connect(clientId, { id: 'd', advice: { timeout: 0 } })])
  expect(next.map(({ id }) => id)).toEqual(['d'])
})

test('[BX25] what is delivered in one turn goes out in one answer and one frame', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  const { answer } = await server.hold(clientId, 'ann')
  const client = await server.openSocket()
  await client.join('ben')
  const before = client.frames.length
  for (const number of [1, 2, 3]) {
    server.deliver('ann', number)
    server.deliver('ben', number)
  }
  expect((await answer).messages.map(({ data }) => data)).toEqual([1, 2, 3, undefined])
  await client.waitFor(({ data }) => data === 3)
  expect(client.frames.slice(before)).toEqual([
    '[{"channel":"/news","data":1},{"channel":"/news","data":2},{"channel":"/news","data":3}]',
  ])
})

test('[BX26] over HTTP a newer connect ends the older one with 409 and takes its place', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  const older = await server.hold(clientId, 'ann')
  const newer = await server.hold(clientId, 'ann', { id: 'newer' })
  expect(await older.answer).toMatchObject({ status: 409, text: '' })
  server.deliver('ann', 'for the newer')
  expect((await newer.answer).messages.map(({ id, data }) => id ?? data)).toEqual(['for the newer', 'newer'])
})

test('[BX26] on a WebSocket a newer connect ends the older one with an unsuccessful reply without advice', async () => {
  server = await startServer()
  const client = await server.openSocket()
  const clientId = await client.join('ann')
  client.send(connect(clientId, { id: 'older' }))
  client.send(connect(clientId, { id: 'newer' }))
  expect(await client.waitFor(({ id }) => id === 'older')).toEqual({
    channel: '/meta/connect',
    id: 'older',
    successful: false,
    error: '409::Superseded by a newer connect',
  })
  await server.clock.advance(28_100)
  expect(await client.waitFor(({ id }) => id === 'newer')).toMatchObject({ successful: true })
})

test('[BX27] a disconnect ends the held connect first, and the session', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  const { answer } = await server.hold(clientId, 'ann', { id: 'held' })
  const reply = await server.ask({ channel: '/meta/disconnect', clientId, id: 'bye' })
  expect(reply).toEqual({ channel: '/meta/disconnect', id: 'bye', successful: true })
  expect((await answer).messages).toEqual([
    { channel: '/meta/connect', id: 'held', successful: true, advice: { ...fullAdvice, reconnect: 'none' } },
  ])
  expect(await server.ask(connect(clientId))).toMatchObject({ error: '402::Unknown client' })
})

test('[BX27] on a WebSocket both replies to a disconnect share a frame', async () => {
  server = await startServer()
  const client = await server.openSocket()
  const clientId = await client.join('ann')
  client.send(connect(clientId, { id: 'held' }))
  await client.ask({ channel: '/meta/disconnect', clientId })
  const last: unknown = JSON.parse(client.frames.at(-1) ?? '')
  expect(last).toMatchObject([
    { channel: '/meta/connect', id: 'held', successful: true, advice: { reconnect: 'none' } },
    { channel: '/meta/disconnect', successful: true },
  ])
})

test('[BX28] a session that was opened by long-polling goes on over a WebSocket, and back', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  const client = await server.openSocket()
  server.deliver('ann', 'kept')
  client.send(connect(clientId, { id: 'moved', connectionType: 'websocket' }))
  await client.waitFor(({ data }) => data === 'kept')
  server.deliver('ann', 'pushed')
  await client.waitFor(({ data }) => data === 'pushed')
  expect(server.bayeux.sessions()[0]?.transport).toBe('websocket')
  const back = await server.hold(clientId, 'ann')
  expect(await client.waitFor(({ id }) => id === 'moved')).toMatchObject({ successful: false })
  server.deliver('ann', 'polled')
  expect((await back.answer).messages[0]).toEqual({ channel: '/news', data: 'polled' })
  client.socket.close()
  await client.closed
  expect(server.bayeux.sessions()[0]?.transport).toBe('long-polling')
})

test('[BX28] a page that was reloaded goes on with its client id, on a new socket', async () => {
  server = await startServer()
  const first = await server.openSocket()
  const clientId = await first.join('ann')
  first.send(connect(clientId))
  first.socket.terminate()
  await server.ask({ channel: '/meta/connect' })
  server.deliver('ann', 'meanwhile')
  const second = await server.openSocket()
  const reply = await second.ask(connect(clientId, { id: '1', advice: { timeout: 0 } }))
  expect(reply).toMatchObject({ successful: true, advice: fullAdvice })
  expect(second.messages.filter(({ data }) => data === 'meanwhile')).toHaveLength(1)
  await server.until(() => server.outcomes.length > 0)
  expect(server.outcomes).toEqual(['"meanwhile":delivered'])
})

test('[BX29] a connect that was cut before it was complete does not end the one that waits', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  const waiting = await server.hold(clientId, 'ann')
  const message = JSON.stringify([connect(clientId)])
  const gone = server.begin(message, { headers: { 'Content-Length': message.length + 1 } })
  await stateOf(waiting.answer)
  gone.cut()
  expect(await stateOf(waiting.answer)).toBe('pending')
  server.deliver('ann', 1)
  expect((await waiting.answer).status).toBe(200)
})
