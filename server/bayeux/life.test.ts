import { Agent } from 'node:http'
import { createConnection } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, expect, test } from 'vitest'
import type { SessionView } from './bayeux.ts'
import { connect, handshake, startServer, type TestServer } from './testing.ts'

let server: TestServer

afterEach(() => server.close())

test('[BX40] a silent session ends interval + maxInterval after its last answer', async () => {
  server = await startServer()
  await server.join('ann')
  await server.clock.advance(59_900)
  expect(server.bayeux.sessions()).toHaveLength(1)
  await server.clock.advance(200)
  expect(server.bayeux.sessions()).toEqual([])
  expect(server.heard.at(-1)).toBe('closed ann expired')
})

test('[BX40] any message of its client keeps a session alive, and so does a held connect', async () => {
  server = await startServer({ limits: { timeout: 200_000 } })
  const clientId = await server.join('ann')
  await server.clock.advance(50_000)
  await server.ask({ channel: '/meta/unsubscribe', clientId, subscription: '/x' }, { user: 'ann' })
  await server.clock.advance(50_000)
  const { answer } = await server.hold(clientId, 'ann')
  await server.clock.advance(200_100)
  await answer
  await server.clock.advance(59_800)
  expect(server.bayeux.sessions()).toHaveLength(1)
  await server.clock.advance(300)
  expect(server.bayeux.sessions()).toEqual([])
})

test.each(['long-polling', 'websocket'] as const)(
  '[BX40] a session whose held connect was cut over %s lives on until its time is over',
  async (transport) => {
    server = await startServer()
    if (transport === 'long-polling') {
      const held = await server.hold(await server.join('ann'), 'ann')
      held.cut()
    } else {
      const client = await server.openSocket()
      client.send(connect(await client.join('ann')))
      await client.ask(handshake({ user: 'ben' }))
      client.socket.terminate()
    }
    await server.ask({ channel: '/meta/connect' })
    await server.clock.advance(59_000)
    expect(server.bayeux.isListening('/news', 'ann')).toBe(true)
    await server.clock.advance(1_200)
    expect(server.bayeux.sessions()).toEqual([])
  },
)

test('[BX40] an answer that is still being read is no silence', async () => {
  server = await startServer({ limits: { queuedBytesMax: 100 * 1024 * 1024, writingMax: 200_000 } })
  const clientId = await server.join('ann')
  const reader = await readSlowly(clientId)
  await server.clock.advance(100_000)
  expect(server.bayeux.sessions()).toHaveLength(1)
  reader.socket.resume()
  await server.until(() => server.outcomes.length === 1)
  expect(server.outcomes).toEqual([expect.stringMatching(/:delivered$/)])
  await server.clock.advance(59_900)
  expect(server.bayeux.sessions()).toHaveLength(1)
  await server.clock.advance(200)
  expect(server.bayeux.sessions()).toEqual([])
})

test('[BX41] an answer that is not read is cut, and what it carried waits for the next connect', async () => {
  server = await startServer({ limits: { queuedBytesMax: 100 * 1024 * 1024, writingMax: 30_000 } })
  const clientId = await server.join('ann')
  const reader = await readSlowly(clientId)
  await server.clock.advance(30_100)
  reader.socket.resume()
  await reader.closed
  expect(server.outcomes).toEqual([])
  const { messages } = await server.post([connect(clientId)])
  expect(messages).toHaveLength(2)
  await server.until(() => server.outcomes.length === 1)
})

test('[BX42] a thousand clients that go away at every stage leave nothing behind', async () => {
  server = await startServer()
  const stages = [
    () => server.ask(handshake(), { user: 'ann' }),
    () => server.join('ann'),
    async () => (await server.hold(await server.join('ann'), 'ann')).cut(),
    async () => {
      const client = await server.openSocket()
      const { clientId } = await client.ask(handshake({ user: 'ann', ack: true }))
      await client.ask({ channel: '/meta/subscribe', clientId, subscription: ['/news', '/a/**'] })
      client.socket.terminate()
    },
    async () => {
      const client = await server.openSocket()
      client.send(connect(await client.join('ann', { ack: true })))
      client.socket.close()
      await client.closed
    },
  ]
  await server.close()
  server = await startServer({ limits: { sessionsPerUserMax: 1000 } })
  for (let round = 0; round < 200; round += 1) {
    await Promise.all(stages.map((stage) => stage()))
    if (round % 50 === 0) server.deliver('ann', round)
  }
  expect(server.bayeux.sessions()).toHaveLength(1000)
  await server.ask({ channel: '/meta/connect' })
  await server.clock.advance(100_000)
  expect(server.bayeux.sessions()).toEqual([])
  expect(server.bayeux.isListening('/news', 'ann')).toBe(false)
  expect(server.bayeux.broadcast('/news', 1)).toBe(0)
  expect(server.clock.next()).toBeNull()
})

test('[BX42] a socket and a connection that stay open do not remember the sessions they have carried', async () => {
  const sessions: WeakRef<SessionView>[] = []
  server = await startServer({
    observer: { sessionOpened: (session) => sessions.push(new WeakRef(session)) },
  })
  const client = await server.openSocket()
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  for (let round = 0; round < 20; round += 1) {
    const clientId = await client.join('ann', { ack: true })
    server.deliver('ann', round)
    await client.ask({ channel: '/meta/disconnect', clientId })
    const opened = await server.post([handshake({ user: 'ann' })], { agent })
    const polled = String(opened.messages[0]?.['clientId'])
    await server.post([connect(polled)], { agent })
    await server.post([{ channel: '/meta/disconnect', clientId: polled }], { agent })
  }
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
  // The last of each may still stand in a variable somewhere.
  expect(sessions.filter((session) => session.deref() !== undefined).length).toBeLessThanOrEqual(2)
  agent.destroy()
})

test('[BX43] a client that announces a pause between its connects is waited for that much longer', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  await server.ask(connect(clientId, { advice: { timeout: 0, interval: 30_000 } }), { user: 'ann' })
  await server.clock.advance(89_800)
  expect(server.bayeux.sessions()).toHaveLength(1)
  await server.ask(connect(clientId, { advice: { timeout: 0, interval: 1e15 } }), { user: 'ann' })
  await server.clock.advance(119_800)
  expect(server.bayeux.sessions()).toHaveLength(1)
  await server.clock.advance(400)
  expect(server.bayeux.sessions()).toEqual([])
})

test.each([
  ['sessions', { sessionsMax: 2 }, 'cid', '503::Too many sessions'],
  ['sessions of a user', { sessionsPerUserMax: 2 }, 'ann', '503::Too many sessions of this user'],
])('[BX44] beyond the most %s a handshake is refused and told to wait', async (_, limits, user, error) => {
  server = await startServer({ limits })
  await server.join('ann')
  await server.join('ann')
  const reply = await server.ask(handshake(), { user })
  expect(reply).toMatchObject({
    successful: false,
    error,
    advice: { reconnect: 'handshake', interval: 5000 },
  })
  expect(reply).not.toHaveProperty('clientId')
  expect(server.bayeux.sessions()).toHaveLength(2)
})

test('[BX44] a session that would be one too many of its user cannot be bound to it', async () => {
  server = await startServer({ limits: { sessionsPerUserMax: 1 } })
  await server.join('ann')
  const unbound = await server.join(null)
  expect(await server.ask(connect(unbound), { user: 'ann' })).toMatchObject({ error: '402::Unknown client' })
  expect(server.bayeux.sessions().map(({ user }) => user)).toEqual(['ann', null])
})

/** A connect whose client reads the beginning of a big answer and no more. */
async function readSlowly(clientId: string) {
  const socket = createConnection(server.port, '127.0.0.1')
  const body = JSON.stringify([connect(clientId)])
  socket.write(
    `POST /cometd HTTP/1.1\r\nHost: x\r\nuser: ann\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  )
  socket.on('error', () => {})
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  await server.until(() => server.heard.includes('held ann'))
  const begun = new Promise<void>((resolve) => {
    socket.once('data', () => {
      socket.pause()
      resolve()
    })
  })
  server.deliver('ann', 'x'.repeat(24 * 1024 * 1024))
  await begun
  return { socket, closed }
}
