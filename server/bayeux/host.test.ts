import { afterEach, expect, test } from 'vitest'
import type { SessionView } from './bayeux.ts'
import { connect, handshake, startServer, testPolicy, type TestServer } from './testing.ts'

let server: TestServer

afterEach(() => server.close())

const sessionOf = (user: string): SessionView => {
  const session = server.bayeux.sessions().find((candidate) => candidate.user === user)
  if (session === undefined) throw new Error(`${user} is not here.`)
  return session
}

test('[BX84] what is sent to one session arrives there alone, on any channel, without an id', async () => {
  server = await startServer()
  const ann = await server.hold(await server.join('ann'), 'ann')
  const client = await server.openSocket()
  await client.join('ben')
  expect(server.bayeux.send(sessionOf('ann'), '/service/chat', { text: 'hi' })).toBe(true)
  expect((await ann.answer).messages[0]).toEqual({ channel: '/service/chat', data: { text: 'hi' } })
  expect(server.bayeux.send(sessionOf('ben'), '/service/chat', 2)).toBe(true)
  expect(await client.waitFor(({ data }) => data === 2)).toEqual({ channel: '/service/chat', data: 2 })
  expect(client.messages.filter(({ channel }) => channel === '/service/chat')).toHaveLength(1)
})

test('[BX84] a remote call is answered with its own id, by who hears of it', async () => {
  server = await startServer({
    policy: {
      mayPublish(session, channel, data, id) {
        server.bayeux.send(session, channel, { echo: data }, id)
        return 'swallow'
      },
    },
  })
  const client = await server.openSocket()
  const clientId = await client.join('ann')
  client.send({ channel: '/service/add', clientId, id: 'call', data: 7 })
  expect(await client.waitFor(({ data }) => data !== undefined)).toEqual({
    channel: '/service/add',
    id: 'call',
    data: { echo: 7 },
  })
  expect(await client.waitFor(({ id, successful }) => id === 'call' && successful === true)).toBeDefined()
})

test('[BX84] nothing is sent to a session that is gone', async () => {
  server = await startServer()
  await server.join('ann')
  const session = sessionOf('ann')
  expect(server.bayeux.kick(session)).toBe(true)
  expect(server.bayeux.send(session, '/service/chat', 1)).toBe(false)
  expect(server.bayeux.kick(session)).toBe(false)
})

test('[BX85] a client that is kicked is told so and not to come back, over long-polling', async () => {
  server = await startServer()
  const { answer } = await server.hold(await server.join('ann'), 'ann', { id: 'c' })
  server.bayeux.kick(sessionOf('ann'))
  expect((await answer).messages).toEqual([
    { channel: '/meta/disconnect', successful: true },
    {
      channel: '/meta/connect',
      id: 'c',
      successful: true,
      advice: expect.objectContaining({ reconnect: 'none' }),
    },
  ])
  expect(server.heard.at(-1)).toBe('closed ann kicked')
})

test('[BX85] a client that is kicked is told so on its WebSocket, whether it waits or not', async () => {
  server = await startServer()
  const waiting = await server.openSocket()
  waiting.send(connect(await waiting.join('ann'), { id: 'c' }))
  await server.until(() => server.bayeux.stats().heldConnects === 1)
  const idle = await server.openSocket()
  await idle.join('ben')
  for (const session of server.bayeux.sessions()) server.bayeux.kick(session)
  for (const client of [waiting, idle]) {
    const notice = await client.waitFor(({ channel }) => channel === '/meta/disconnect')
    expect(notice).toEqual({ channel: '/meta/disconnect', successful: true })
  }
  expect(await waiting.waitFor(({ id }) => id === 'c')).toMatchObject({
    successful: true,
    advice: { reconnect: 'none' },
  })
})

test('[BX86] what a client says along with its disconnect reaches the host', async () => {
  const farewells: unknown[] = []
  server = await startServer({
    observer: { sessionClosed: (session, reason, ext) => farewells.push([session.user, reason, ext]) },
  })
  const clientId = await server.join('ann')
  await server.ask({ channel: '/meta/disconnect', clientId, ext: { read: '7' } }, { user: 'ann' })
  const other = await server.join('ben')
  await server.ask({ channel: '/meta/disconnect', clientId: other }, { user: 'ben' })
  expect(farewells).toEqual([
    ['ann', 'disconnect', { read: '7' }],
    ['ben', 'disconnect', undefined],
  ])
})

test('[BX87] the statistics say how it stands and what has happened', async () => {
  server = await startServer({ limits: { sessionsPerUserMax: 1 } })
  const clientId = await server.join('ann')
  const client = await server.openSocket()
  await client.join('ben', { ack: true })
  const held = await server.hold(clientId, 'ann')
  server.deliver('ben', 'x')
  expect(server.bayeux.stats()).toMatchObject({
    sessions: { 'long-polling': 1, 'callback-polling': 0, websocket: 1 },
    sockets: 1,
    heldConnects: 1,
    pendingMessages: 1,
    pendingBytes: '{"channel":"/news","data":"x"}'.length,
    handshakes: 2,
    delivered: 0,
  })
  server.deliver('ann', 1)
  await held.answer
  await server.until(() => server.outcomes.length === 1)
  await server.ask(handshake(), { user: 'ann' })
  await server.ask({ ...handshake(), supportedConnectionTypes: [] })
  await server.ask(connect('gone'))
  await server.ask(connect(clientId), { user: 'eve' })
  for (const session of server.bayeux.sessions()) server.bayeux.kick(session)
  expect(server.bayeux.stats()).toMatchObject({
    sessions: { 'long-polling': 0, 'callback-polling': 0, websocket: 0 },
    heldConnects: 0,
    pendingMessages: 0,
    pendingBytes: 0,
    delivered: 1,
    lost: 1,
    turnedAway: {
      'too-many-of-user': 1,
      'no-transport': 1,
      'too-many': 0,
      'no-session': 1,
      'other-user': 1,
      'other-browser': 0,
    },
    closed: { kicked: 2, expired: 0 },
  })
  const reasons = server.heard.filter((entry) => entry.startsWith('turned'))
  expect(reasons).toEqual([
    'turned away too-many-of-user',
    'turned away no-transport',
    'turned away no-session',
    'turned away other-user',
  ])
})

test('[BX87] what has to be sent again is counted', async () => {
  server = await startServer()
  const client = await server.openSocket()
  const clientId = await client.join('ann', { ack: true })
  server.deliver('ann', 1)
  client.send(connect(clientId, { ext: { ack: 1 } }))
  await client.waitFor(({ data }) => data === 1)
  client.send(connect(clientId, { ext: { ack: 1 } }))
  await server.until(() => client.messages.filter(({ data }) => data === 1).length === 2)
  expect(server.bayeux.stats()).toMatchObject({ requeued: 1, delivered: 0 })
})

test('[BX32] a session that its host ends while it reads a message is unknown, and settles what it loses once', async () => {
  let isKicking = false
  server = await startServer({
    policy: {
      identify: (evidence) => {
        if (isKicking) server.bayeux.kick(sessionOf('ann'))
        return testPolicy.identify(evidence)
      },
    },
  })
  const clientId = await server.join('ann', { ack: true })
  server.deliver('ann', 1)
  await server.ask(connect(clientId, { ext: { ack: 0 } }), { user: 'ann' })
  isKicking = true
  const reply = await server.ask(connect(clientId, { ext: { ack: 1 } }), { user: 'ann' })
  expect(reply).toMatchObject({ successful: false, error: '402::Unknown client' })
  expect(server.bayeux.stats()).toMatchObject({ pendingMessages: 0, pendingBytes: 0, lost: 1, delivered: 0 })
})
