import { afterEach, describe, expect, test } from 'vitest'
import { isRecord } from './message.ts'
import { connect, handshake, startServer, type TestServer, type Wire } from './testing.ts'

let server: TestServer

afterEach(() => server.close())

const syncOf = (reply: Wire): unknown => (isRecord(reply['ext']) ? reply['ext']['timesync'] : undefined)

test('[BX88] a client that asks for the time is told it, and how wrong it is', async () => {
  server = await startServer()
  const now = server.clock.now()
  const reply = await server.ask({ ...handshake({ ack: true, timesync: { tc: now - 500, l: 0, o: 0 } }) })
  expect(reply['ext']).toEqual({ ack: true, timesync: { tc: now - 500, ts: now, a: -500, p: 0 } })
  const clientId = String(reply['clientId'])
  for (const channel of ['/meta/connect', '/meta/subscribe', '/meta/unsubscribe', '/meta/disconnect']) {
    const ext = { timesync: { tc: now - 30, l: 4, o: 1 } }
    const answer = await server.ask({ channel, clientId, subscription: '/a', ext })
    expect(syncOf(answer)).toEqual({ tc: now - 30, ts: now, a: -25, p: 0 })
  }
})

test('[BX88] a client that knows the time well, or asks nonsense, is told nothing', async () => {
  server = await startServer()
  const now = server.clock.now()
  for (const timesync of [{ tc: now - 24, l: 4, o: 0 }, { tc: 'x', l: 0, o: 0 }, 7, null]) {
    expect(syncOf(await server.ask(handshake({ timesync })))).toBeUndefined()
  }
})

test('[BX88] a held connect says how long it was held', async () => {
  server = await startServer()
  const tc = server.clock.now()
  const { answer } = await server.hold(await server.join('ann'), 'ann', {
    ext: { timesync: { tc, l: 0, o: 0 } },
  })
  await server.clock.advance(28_000)
  expect(syncOf((await answer).messages[0] ?? {})).toEqual({ tc, ts: tc, a: 0, p: 28_000 })
})

test('[BX89] binary data goes on to the listeners as such, and nothing else of the ext of a publish', async () => {
  server = await startServer()
  const publisher = await server.join('ann')
  const listener = await server.openSocket()
  const clientId = await listener.join('ben')
  await listener.ask({ channel: '/meta/subscribe', clientId, subscription: '/open/files' })
  const data = { data: 'HelloWorld', last: true, meta: { name: 'a.bin' } }
  const ext = { binary: {}, secret: 'token' }
  await server.ask({ channel: '/open/files', clientId: publisher, data, ext }, { user: 'ann' })
  expect(await listener.waitFor(({ channel }) => channel === '/open/files')).toEqual({
    channel: '/open/files',
    data,
    ext: { binary: {} },
  })
})

test('[BX46] a session with nothing but heartbeats ends, and is told not to come back', async () => {
  server = await startServer({ limits: { inactivityMax: 70_000 } })
  const clientId = await server.join('ann')
  for (let round = 0; round < 2; round += 1) {
    const { answer } = await server.hold(clientId, 'ann')
    await server.clock.advance(28_000)
    await answer
  }
  const { answer } = await server.hold(clientId, 'ann')
  await server.clock.advance(14_000)
  expect((await answer).messages).toEqual([
    { channel: '/meta/disconnect', successful: true },
    expect.objectContaining({ successful: true, advice: expect.objectContaining({ reconnect: 'none' }) }),
  ])
  expect(server.heard.at(-1)).toBe('closed ann inactive')
})

test('[BX46] whatever it sends or is sent keeps a session alive', async () => {
  server = await startServer({ limits: { inactivityMax: 50_000 } })
  const client = await server.openSocket()
  const clientId = await client.join('ann')
  for (let round = 0; round < 4; round += 1) {
    await server.clock.advance(20_000)
    await client.ask(connect(clientId, { advice: { timeout: 0 } }))
    if (round % 2 === 0) server.deliver('ann', round)
    else await client.ask({ channel: '/meta/subscribe', clientId, subscription: `/a/${round}` })
  }
  expect(server.bayeux.sessions()).toHaveLength(1)
})

describe.each([true, false])('with acknowledgements: %s', (ack) => {
  test('[BX90] a page that was reloaded goes on where it was, over long-polling', async () => {
    server = await startServer()
    const clientId = await server.join('ann', { ack })
    const held = await server.hold(clientId, 'ann', { id: '9', ext: { ack: 1 } })
    held.cut()
    await server.until(() => server.bayeux.stats().heldConnects === 0)
    server.deliver('ann', 'meanwhile')
    const { messages } = await server.post(
      [connect(clientId, { id: '1', advice: { timeout: 0 }, ext: { ack: 1 } })],
      { headers: { user: 'ann' } },
    )
    expect(messages[0]).toEqual({ channel: '/news', data: 'meanwhile' })
    expect(messages[1]).toMatchObject({ id: '1', successful: true, advice: { timeout: 28_000 } })
  })

  test('[BX90] a page that was reloaded goes on where it was, over a new WebSocket', async () => {
    server = await startServer()
    const before = await server.openSocket()
    const clientId = await before.join('ann', { ack })
    before.send(connect(clientId, { id: '9', ext: { ack: 1 } }))
    await server.until(() => server.bayeux.stats().heldConnects === 1)
    before.socket.terminate()
    await server.until(() => server.bayeux.stats().sockets === 0)
    server.deliver('ann', 'meanwhile')
    const after = await server.openSocket()
    after.send(connect(clientId, { id: '1', advice: { timeout: 0 }, ext: { ack: 1 } }))
    await after.waitFor(({ id }) => id === '1')
    await after.waitFor(({ data }) => data === 'meanwhile')
    expect(after.messages).toHaveLength(2)
  })
})
