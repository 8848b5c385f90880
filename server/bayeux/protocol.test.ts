import { afterEach, expect, test } from 'vitest'
import { connect, handshake, startServer, type TestServer } from './testing.ts'

let server: TestServer

afterEach(() => server.close())

test.each(['abc', '7', 7, 0, ''])('[BX2] the id %j comes back as it was sent', async (id) => {
  server = await startServer()
  const clientId = await server.join('ann')
  const messages = [
    { ...handshake(), id },
    { channel: '/meta/subscribe', clientId, subscription: '/a', id },
    { channel: '/meta/unsubscribe', clientId, subscription: '/a', id },
    { channel: '/open/x', clientId, data: 1, id },
    connect(clientId, { id, advice: { timeout: 0 } }),
    { channel: '/meta/connect', clientId: 'nobody', id },
    { channel: '/meta/disconnect', clientId, id },
  ]
  for (const message of messages) expect((await server.ask(message))['id']).toBe(id)
})

test('[BX3] what comes along with a handshake is ignored', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  const { messages } = await server.post([
    { channel: '/meta/disconnect', clientId, id: '1' },
    handshake({ user: 'ben' }),
    handshake({ user: 'cid' }),
  ])
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatchObject({ channel: '/meta/handshake', successful: true })
  expect(server.bayeux.sessions().map(({ user }) => user)).toEqual(['ann', 'ben'])
})

test('[BX4] a handshake is answered in full', async () => {
  server = await startServer({ limits: { timeout: 25_000, interval: 10, maxInterval: 50_000 } })
  const { messages, text } = await server.post([handshake()])
  expect(messages).toEqual([
    {
      channel: '/meta/handshake',
      id: '1',
      successful: true,
      version: '1.0',
      minimumVersion: '1.0',
      clientId: expect.any(String),
      supportedConnectionTypes: ['websocket', 'long-polling'],
      advice: { reconnect: 'retry', interval: 10, timeout: 25_000, maxInterval: 50_000 },
    },
  ])
  expect(text.startsWith('[')).toBe(true)
})

test.each([[['callback-polling', 'iframe']], [[]], ['long-polling'], [undefined]])(
  '[BX5] a handshake with the connection types %j is refused',
  async (supportedConnectionTypes) => {
    server = await startServer()
    const reply = await server.ask({ ...handshake(), supportedConnectionTypes })
    expect(reply).toMatchObject({ successful: false, error: '403::No connection type in common' })
    expect(reply).toMatchObject({ advice: { reconnect: 'none' } })
    expect(reply).not.toHaveProperty('clientId')
    expect(server.bayeux.sessions()).toEqual([])
  },
)

test('[BX6] client ids are 32 hex digits, no two alike', async () => {
  server = await startServer()
  const clientIds = new Set<unknown>()
  for (let count = 0; count < 50; count += 1) {
    const { clientId } = await server.ask(handshake())
    expect(clientId).toMatch(/^[0-9a-f]{32}$/)
    clientIds.add(clientId)
  }
  expect(clientIds.size).toBe(50)
})

test.each([undefined, 'nobody', 7, null, { a: 1 }])(
  '[BX7] the client id %j is unknown, and only a connect is told to handshake',
  async (clientId) => {
    server = await startServer()
    const refusal = { successful: false, error: '402::Unknown client' }
    const connected = await server.ask({ channel: '/meta/connect', clientId, connectionType: 'long-polling' })
    expect(connected).toMatchObject(refusal)
    expect(connected['advice']).toEqual({
      reconnect: 'handshake',
      interval: 0,
      timeout: 28_000,
      maxInterval: 60_000,
    })
    for (const channel of [
      '/meta/subscribe',
      '/meta/unsubscribe',
      '/meta/disconnect',
      '/open/x',
      '/meta/x',
    ]) {
      const reply = await server.ask({ channel, clientId, subscription: '/a', data: 1 })
      expect(reply).toMatchObject({ channel, ...refusal })
      expect(reply).not.toHaveProperty('advice')
    }
  },
)

test('[BX9] one bad subscription refuses all of its message, and only of its message', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  const { messages } = await server.post([
    { channel: '/meta/subscribe', clientId, subscription: ['/a', '/private/b'], id: '1' },
    { channel: '/meta/subscribe', clientId, subscription: ['/c', 'bad'], id: '2' },
    { channel: '/meta/subscribe', clientId, subscription: ['/e', 5], id: '3' },
    { channel: '/meta/subscribe', clientId, id: '4' },
    { channel: '/meta/subscribe', clientId, subscription: ['/d', '/news'], id: '5' },
  ])
  expect(messages.map(({ successful }) => successful)).toEqual([false, false, false, false, true])
  expect(messages.map(({ error }) => error)).toEqual([
    '403:/private/b:Subscription denied',
    '403::Subscription invalid',
    '403::Subscription missing',
    '403::Subscription missing',
    undefined,
  ])
  expect(messages[4]).toMatchObject({ subscription: ['/d', '/news'] })
  const listening = ['/a', '/c', '/e', '/d'].map((channel) => server.bayeux.isListening(channel, 'ann'))
  expect(listening).toEqual([false, false, false, true])
})

test('[BX10] meta channels are refused, service channels acknowledged and not recorded', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  for (const subscription of ['/meta/connect', '/meta/**', '/meta/*']) {
    const reply = await server.ask({ channel: '/meta/subscribe', clientId, subscription })
    expect(reply).toMatchObject({ successful: false, subscription })
  }
  const reply = await server.ask({ channel: '/meta/subscribe', clientId, subscription: '/service/chat' })
  expect(reply).toMatchObject({ successful: true, subscription: '/service/chat' })
  expect(server.bayeux.isListening('/service/chat', 'ann')).toBe(false)
  expect(server.heard).not.toContain('ann listens on /service/chat')
})

test('[BX11] a channel that the policy denies is refused with 403', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  const reply = await server.ask({ channel: '/meta/subscribe', clientId, subscription: '/private/ben' })
  expect(reply).toMatchObject({ successful: false, error: '403:/private/ben:Subscription denied' })
  expect(server.bayeux.isListening('/private/ben', 'ann')).toBe(false)
})

test('[BX12] overlapping subscriptions give one copy', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  await server.ask({ channel: '/meta/subscribe', clientId, subscription: ['/*', '/**', '/news', '/news'] })
  expect(server.deliver('ann', 'once')).toBe(1)
  expect(server.bayeux.broadcast('/news', 'all')).toBe(1)
  const { messages } = await server.post([connect(clientId)])
  expect(messages.slice(0, -1)).toEqual([
    { channel: '/news', data: 'once' },
    { channel: '/news', data: 'all' },
  ])
})

test('[BX13] nothing comes after unsubscribing; what was never subscribed may be unsubscribed', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  const subscription = ['/news', '/never']
  const reply = await server.ask({ channel: '/meta/unsubscribe', clientId, subscription })
  expect(reply).toMatchObject({ successful: true, subscription })
  expect(server.deliver('ann', 1)).toBe(0)
  expect(server.bayeux.broadcast('/news', 1)).toBe(0)
  const missing = await server.ask({ channel: '/meta/unsubscribe', clientId })
  expect(missing).toMatchObject({ successful: false, error: '403::Subscription missing' })
})

test('[BX13] what waits when its client unsubscribes is lost, and the host hears that nobody listens', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  await server.ask({ channel: '/meta/subscribe', clientId, subscription: ['/more/*', '/more/news'] })
  server.deliver('ann', 1)
  server.deliver('ann', 2, '/more/news')
  const [session] = server.bayeux.sessions()
  if (session !== undefined) server.bayeux.send(session, '/news', 'whether it listens or not')
  const subscription = ['/news', '/more/news', '/never', '/news']
  await server.ask({ channel: '/meta/unsubscribe', clientId, subscription })
  expect(server.outcomes).toEqual(['1:lost'])
  expect(server.heard.filter((entry) => entry.includes('leaves'))).toEqual([
    'ann leaves /news',
    'ann leaves /more/news',
  ])
  const { messages } = await server.post([connect(clientId)])
  expect(messages.map(({ data }) => data)).toEqual([2, 'whether it listens or not', undefined])
  expect(server.bayeux.stats()).toMatchObject({ pendingMessages: 0, lost: 1 })
})

test.each([true, false])(
  '[BX13] what was under way when its client unsubscribed is not sent again, with acknowledgements: %s',
  async (ack) => {
    server = await startServer({ limits: { queuedBytesMax: 100 * 1024 * 1024 } })
    const client = await server.openSocket()
    const clientId = await client.join('ann', { ack })
    client.socket.pause()
    server.deliver('ann', 'x'.repeat(24 * 1024 * 1024))
    if (ack) client.send(connect(clientId, { advice: { timeout: 0 } }))
    const sent = () => server.heard.filter((entry) => entry === 'frame sent ann').length
    await server.until(() => sent() === 4)
    await server.ask({ channel: '/meta/unsubscribe', clientId, subscription: '/news' }, { user: 'ann' })
    client.socket.terminate()
    const next = await server.openSocket()
    await next.ask(connect(clientId, { advice: { timeout: 0 } }))
    await server.until(() => server.outcomes.length === 1)
    expect(server.outcomes[0]?.slice(-5)).toBe(':lost')
    expect(next.messages.some((message) => 'data' in message)).toBe(false)
  },
)

test('[BX14] a publish is refused, carried to all listeners, or swallowed', async () => {
  server = await startServer()
  const [ann, ben] = [await server.join('ann'), await server.join('ben')]
  for (const clientId of [ann, ben]) {
    await server.ask({ channel: '/meta/subscribe', clientId, subscription: ['/open/*', '/news'] })
  }
  const refused = await server.ask({ channel: '/news', clientId: ann, data: 'mine' })
  expect(refused).toMatchObject({ channel: '/news', successful: false, error: '403::Publish denied' })
  const carried = await server.ask({ channel: '/open/x', clientId: ann, data: { text: 'hello' } })
  expect(carried).toEqual({ channel: '/open/x', successful: true })
  const swallowed = await server.ask({ channel: '/service/x', clientId: ann, data: 'psst' })
  expect(swallowed).toEqual({ channel: '/service/x', successful: true })
  for (const clientId of [ann, ben]) {
    const { messages } = await server.post([connect(clientId, { advice: { timeout: 0 } })])
    expect(messages.slice(0, -1)).toEqual([{ channel: '/open/x', data: { text: 'hello' } }])
  }
})

test('[BX15] a publish shows neither its data to its publisher nor its ids to the listeners', async () => {
  server = await startServer()
  const [ann, ben] = [await server.join('ann'), await server.join('ben')]
  await server.ask({ channel: '/meta/subscribe', clientId: ben, subscription: '/open/x' })
  const reply = await server.ask({
    channel: '/open/x',
    clientId: ann,
    id: '9',
    data: 'secret',
    ext: { token: 't' },
  })
  expect(reply).toEqual({ channel: '/open/x', id: '9', successful: true })
  const { messages } = await server.post([connect(ben)])
  expect(messages[0]).toEqual({ channel: '/open/x', data: 'secret' })
})

test('[BX16] a message that cannot be handled is refused, the others of its request are handled', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  const { messages } = await server.post([
    { channel: '/meta/wink', clientId },
    { channel: '/open/x', clientId },
    { channel: '/open/*', clientId, data: 1 },
    { channel: 'open', clientId, data: 1 },
    { channel: '/meta/subscribe', clientId, subscription: '/a' },
  ])
  expect(messages.map(({ error }) => error)).toEqual([
    '404::Unknown meta channel',
    '400::Data missing',
    '405::Channel invalid',
    '405::Channel invalid',
    undefined,
  ])
  expect(server.bayeux.isListening('/a', 'ann')).toBe(true)
})

test('[BX16] a message without a channel is refused, and those that came with it are handled', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  const body = [
    { clientId, id: '1', data: 1 },
    { channel: 7, clientId, id: 2 },
    { channel: '/meta/subscribe', clientId, subscription: '/a', id: '3' },
  ]
  const { status, messages } = await server.post(body)
  expect(status).toBe(200)
  expect(messages).toEqual([
    { channel: '', id: '1', successful: false, error: '400::Channel missing' },
    { channel: '', id: 2, successful: false, error: '400::Channel missing' },
    { channel: '/meta/subscribe', id: '3', successful: true, subscription: '/a' },
  ])
  const client = await server.openSocket()
  client.socket.send('{"id":"x"}')
  expect(await client.waitFor(({ id }) => id === 'x')).toMatchObject({ error: '400::Channel missing' })
  expect(server.bayeux.isListening('/a', 'ann')).toBe(true)
})

test('[BX83] a channel that is too long, and a subscription too many, are refused', async () => {
  server = await startServer({ limits: { channelLengthMax: 10, subscriptionsPerSessionMax: 3 } })
  const clientId = await server.join('ann')
  const subscribe = (subscription: unknown) =>
    server.ask({ channel: '/meta/subscribe', clientId, subscription })
  expect(await subscribe('/2345678901')).toMatchObject({ error: '403::Subscription invalid' })
  expect(await subscribe('/234567890')).toMatchObject({ successful: true })
  expect(await subscribe(['/a', '/b'])).toMatchObject({ error: '403::Too many subscriptions' })
  expect(await subscribe(['/a', '/a', '/news', '/service/x'])).toMatchObject({ successful: true })
  expect(server.bayeux.isListening('/b', 'ann')).toBe(false)
  const long = await server.ask({ channel: '/open/56789x', clientId, data: 1 })
  expect(long).toMatchObject({ successful: false, error: '405::Channel invalid' })
})

test('[BX19] fields that nobody knows, and known ones where they are not needed, are accepted', async () => {
  server = await startServer()
  const more = {
    ext: { replay: true, auth: { token: 'x' } },
    timestamp: '2024-01-15T09:00:00.00',
    minimumVersion: '1.0beta',
    advice: { hosts: [], timeout: 0 },
    connectionId: '/x',
    unheard: { of: [1] },
  }
  const { clientId, successful } = await server.ask({ ...handshake(), ...more }, { user: 'ann' })
  expect(successful).toBe(true)
  for (const message of [
    { channel: '/meta/subscribe', subscription: '/news' },
    { channel: '/meta/connect', connectionType: 'iframe' },
    { channel: '/open/a', data: 0 },
    { channel: '/meta/unsubscribe', subscription: '/news' },
    { channel: '/meta/disconnect' },
  ]) {
    expect(await server.ask({ ...more, ...message, clientId })).toMatchObject({ successful: true })
  }
})

test('[BX18] whatever is asked, every reply is well formed and answers its own message', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  const strange = [
    undefined,
    null,
    7,
    '',
    '/',
    'a',
    '/a/',
    '/*/a',
    '//',
    '/meta',
    '/meta/x',
    ['/a', 7],
    [],
    {},
    '/a:b',
    'x'.repeat(600),
  ]
  const channels = ['/meta/connect', '/meta/subscribe', '/meta/unsubscribe', '/meta/x', '', '/', 'a', '/a//b']
  const asked = channels.flatMap((channel) =>
    strange.flatMap((value, index) => [
      { channel, clientId: value, id: `${index}` },
      { channel, clientId, subscription: value, data: value, id: index, ext: value, advice: value },
    ]),
  )
  for (const messages of [asked.slice(0, 100), asked.slice(100, 200), asked.slice(200)]) {
    const answered = await server.post(messages)
    expect(answered.messages.map(({ channel, id }) => [channel, id])).toEqual(
      messages.map(({ channel, id }) => [channel, id]),
    )
  }
  const { messages } = await server.post([{ ...handshake(), supportedConnectionTypes: 'none', ext: 7 }])
  expect(messages).toHaveLength(1)
})
