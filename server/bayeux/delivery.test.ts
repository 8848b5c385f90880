import { createConnection } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { connect, handshake, startServer, type TestServer, type Wire } from './testing.ts'

let server: TestServer

afterEach(() => server.close())

/** More than the kernel takes in for a peer that does not read. */
const big = 'x'.repeat(24 * 1024 * 1024)
/** What a message carries, short enough to be printed. */
const nameOf = ({ data }: Wire) => (data === big ? 'big' : data)

const roomy = { queuedBytesMax: 100 * 1024 * 1024, portionBytesMax: 100 * 1024 * 1024 }

test('[BX30] a message goes to the sessions of its user that listen, and says how many those are', async () => {
  server = await startServer()
  const first = await server.join('ann')
  const second = await server.join('ann')
  const stranger = await server.join('ben')
  await server.ask(handshake(), { user: 'ann' })
  expect(server.deliver('ann', 'private')).toBe(2)
  expect(server.deliver('ann', 'nowhere', '/else')).toBe(0)
  expect(server.deliver('nobody', 'nowhere')).toBe(0)
  for (const [clientId, count] of [
    [first, 2],
    [second, 2],
    [stranger, 1],
  ] as const) {
    const { messages } = await server.post([connect(clientId, { advice: { timeout: 0 } })])
    expect(messages).toHaveLength(count)
  }
  expect(server.bayeux.isListening('/news', 'ben')).toBe(true)
  expect(server.bayeux.isListening('/news', 'nobody')).toBe(false)
})

test("[BX30] a message that is meant for one session goes to that alone, if it is the user's and listens", async () => {
  server = await startServer()
  const clientIds = [await server.join('ann'), await server.join('ann'), await server.join('ben')]
  const [, second, stranger] = server.bayeux.sessions()
  const settle = () => {}
  expect(server.bayeux.deliver('ann', '/news', 'you', settle, second)).toBe(1)
  expect(server.bayeux.deliver('ann', '/else', 'you', settle, second)).toBe(0)
  expect(server.bayeux.deliver('ann', '/news', 'you', settle, stranger)).toBe(0)
  const counts: number[] = []
  for (const clientId of clientIds) {
    counts.push((await server.post([connect(clientId, { advice: { timeout: 0 } })])).messages.length)
  }
  expect(counts).toEqual([1, 2, 1])
})

test('[BX31] an answer that is cut half-way is delivered again, in order, with what came later', async () => {
  server = await startServer({ limits: roomy })
  const clientId = await server.join('ann')
  await server.hold(clientId, 'ann')
  const reader = await readSlowly(clientId)
  server.deliver('ann', 1)
  server.deliver('ann', big)
  await reader.begun
  server.deliver('ann', 2)
  reader.cut()
  const { messages } = await server.post([connect(clientId)])
  const data = messages.slice(0, -1).map(nameOf)
  const later = data.length === 3 ? [] : (await server.post([connect(clientId)])).messages
  expect([...data, ...later.slice(0, -1).map(nameOf)]).toEqual([1, 'big', 2])
  await server.until(() => server.outcomes.length === 3)
  expect(server.outcomes.map((outcome) => outcome.slice(-10))).toEqual(Array(3).fill(':delivered'))
})

test('[BX31] a client that stops reading and asks anew gets it all on the new connection', async () => {
  server = await startServer({ limits: roomy })
  const clientId = await server.join('ann')
  const reader = await readSlowly(clientId)
  server.deliver('ann', big)
  server.deliver('ann', 'after')
  await reader.begun
  const { messages } = await server.post([connect(clientId)])
  expect(messages.slice(0, -1).map(nameOf)).toEqual(['big', 'after'])
  // Only who reads on hears that the connection was cut.
  reader.resume()
  await reader.closed
})

test('[BX31] two connects that follow each other in one connection are cut off in order', async () => {
  server = await startServer({ limits: roomy })
  const clientId = await server.join('ann')
  const reader = await readSlowly(clientId)
  server.deliver('ann', big)
  await reader.begun
  await reader.askAgain()
  server.deliver('ann', 'after')
  await server.ask({ channel: '/meta/connect' })
  reader.cut()
  await server.ask({ channel: '/meta/connect' })
  server.deliver('ann', 'last')
  const { messages } = await server.post([connect(clientId)])
  expect(messages.slice(0, -1).map(nameOf)).toEqual(['big', 'after', 'last'])
})

test('[BX31] a socket that is cut half-way loses nothing and changes no order', async () => {
  server = await startServer({ limits: roomy })
  const client = await server.openSocket()
  const clientId = await client.join('ann')
  client.socket.pause()
  for (const data of [big, 1]) server.deliver('ann', data)
  await server.until(() => server.heard.filter((entry) => entry === 'frame sent ann').length === 4)
  server.deliver('ann', 2)
  client.socket.terminate()
  const next = await server.openSocket()
  next.send(connect(clientId, { advice: { timeout: 0 } }))
  await next.waitFor(({ data }) => data === 2)
  expect(next.messages.filter((message) => 'data' in message).map(nameOf)).toEqual(['big', 1, 2])
  await server.until(() => server.outcomes.length === 3)
})

test('[BX32] a message is settled when it has been written, and not before', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  server.deliver('ann', 1)
  expect(server.outcomes).toEqual([])
  await server.post([connect(clientId)])
  await server.until(() => server.outcomes.length > 0)
  expect(server.outcomes).toEqual(['1:delivered'])
})

test('[BX32] what waits when a session ends is lost, once per session', async () => {
  server = await startServer()
  const clientIds = [await server.join('ann'), await server.join('ann')]
  server.deliver('ann', 1)
  await server.ask({ channel: '/meta/disconnect', clientId: clientIds[0] })
  expect(server.outcomes).toEqual(['1:lost'])
  await server.clock.advance(60_100)
  expect(server.outcomes).toEqual(['1:lost', '1:lost'])
})

test('[BX33] with acknowledgements a message counts when the next connect acknowledges it', async () => {
  server = await startServer()
  const clientId = await server.join('ann', { ack: true })
  const poll = async (ack: number) => {
    const { messages } = await server.post([connect(clientId, { ext: { ack }, advice: { timeout: 0 } })])
    return messages.map(({ data, ext }) => data ?? ext)
  }
  server.deliver('ann', 'a')
  expect(await poll(1)).toEqual(['a', { ack: 2 }])
  expect(server.outcomes).toEqual([])
  server.deliver('ann', 'b')
  // The answer with batch 2 was lost on the way.
  expect(await poll(1)).toEqual(['a', 'b', { ack: 3 }])
  expect(server.outcomes).toEqual([])
  expect(await poll(3)).toEqual([{ ack: 4 }])
  expect(server.outcomes).toEqual(['"a":delivered', '"b":delivered'])
  server.deliver('ann', 'c')
  expect(await poll(4)).toEqual(['c', { ack: 5 }])
  await server.ask({ channel: '/meta/disconnect', clientId })
  expect(server.outcomes.at(-1)).toBe('"c":lost')
})

test('[BX33] a batch and all before it are acknowledged by its number, and none by anything else', async () => {
  server = await startServer()
  const clientId = await server.join('ann', { ack: true })
  const poll = async (ack: unknown) => {
    const { messages } = await server.post([connect(clientId, { ext: { ack }, advice: { timeout: 0 } })])
    return messages.flatMap(({ data }) => data ?? [])
  }
  server.deliver('ann', 'a')
  for (const nonsense of [undefined, null, '5', {}, 0, -1]) expect(await poll(nonsense)).toEqual(['a'])
  expect(server.outcomes).toEqual([])
  server.deliver('ann', 'b')
  // The first of these answers had closed batch 2, the last one 7.
  expect(await poll(6)).toEqual(['a', 'b'])
  server.deliver('ann', 'c')
  expect(await poll(8)).toEqual(['c'])
  expect(server.outcomes).toEqual(['"a":delivered', '"b":delivered'])
  expect(await poll(1e9)).toEqual([])
  expect(server.outcomes).toEqual(['"a":delivered', '"b":delivered', '"c":delivered'])
})

test('[BX98] connects that come together get what is not acknowledged once', async () => {
  server = await startServer()
  const clientId = await server.join('ann', { ack: true })
  server.deliver('ann', 'a')
  const connects = Array.from({ length: 100 }, () => connect(clientId, { ext: { ack: 1 } }))
  const { messages } = await server.post(connects)
  expect(messages.flatMap(({ data }) => data ?? [])).toEqual(['a'])
  expect(server.bayeux.stats()).toMatchObject({ requeued: 0, pendingMessages: 1 })
  await server.ask(connect(clientId, { ext: { ack: 101 }, advice: { timeout: 0 } }))
  expect(server.outcomes).toEqual(['"a":delivered'])
})

test.each(['long-polling', 'websocket'] as const)(
  '[BX98] connects that follow each other on one %s connection get it once, a later connection again',
  async (transport) => {
    server = await startServer({ limits: roomy })
    const clientId = await server.join('ann', { ack: true })
    server.deliver('ann', big)
    server.deliver('ann', 'after')
    const poll = [connect(clientId, { ext: { ack: 1 }, advice: { timeout: 0 } })]
    const body = JSON.stringify(poll)
    const count = 50
    const before = server.heard.length
    const isAnswer = (entry: string) => entry === 'answered ann' || entry === 'frame sent ann'
    const answered = () => server.heard.slice(before).some(isAnswer)
    let cut = () => {}
    if (transport === 'long-polling') {
      const socket = createConnection(server.port, '127.0.0.1')
      socket.on('error', () => {})
      socket.pause()
      socket.write(
        `POST /cometd HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}`.repeat(count),
      )
      cut = () => socket.destroy()
    } else {
      const { socket } = await server.openSocket()
      socket.pause()
      for (let times = 0; times < count; times += 1) socket.send(body)
      cut = () => socket.terminate()
    }
    await server.until(() => answered())
    for (let turns = 0; turns < 50; turns += 1) await new Promise((resolve) => setImmediate(resolve))
    expect(server.bayeux.stats().requeued).toBe(0)
    cut()
    const { messages } = await server.post(poll)
    expect(messages.slice(0, -1).map(nameOf)).toEqual(['big', 'after'])
    expect(server.bayeux.stats().requeued).toBe(2)
  },
)

test.each([
  [true, { ack: true }],
  [{ enabled: true }, { ack: true }],
  [false, undefined],
  [undefined, undefined],
])('[BX33] a handshake with ext.ack %j is answered with ext %j', async (ack, ext) => {
  server = await startServer()
  expect((await server.ask(handshake({ user: 'ann', ack })))['ext']).toEqual(ext)
})

test('[BX34] with acknowledgements a WebSocket gets events and the connect reply in one frame', async () => {
  server = await startServer()
  const client = await server.openSocket()
  const clientId = await client.join('ann', { ack: true })
  client.send(connect(clientId, { id: 'x', ext: { ack: 1 } }))
  await client.ask({ channel: '/open/x', clientId, data: 1 })
  server.deliver('ann', 'a')
  await client.waitFor(({ id }) => id === 'x')
  expect(client.frames.at(-1)).toBe(
    '[{"channel":"/news","data":"a"},{"channel":"/meta/connect","id":"x","successful":true,"ext":{"ack":2}}]',
  )
  expect(server.outcomes).toEqual([])
  client.socket.terminate()
  const next = await server.openSocket()
  next.send(connect(clientId, { id: 'y', ext: { ack: 1 }, advice: { timeout: 0 } }))
  await next.waitFor(({ id }) => id === 'y')
  expect(next.messages.map(({ data, ext }) => data ?? ext)).toEqual(['a', { ack: 3 }])
})

test.each([
  ['messages', { queuedMessagesMax: 3 }],
  ['bytes', { queuedBytesMax: 3 * '{"channel":"/news","data":1}'.length }],
])(
  '[BX35] a session for which too many %s wait is ended, and everything it had is lost',
  async (_, limits) => {
    server = await startServer({ limits })
    const clientId = await server.join('ann')
    for (const number of [1, 2, 3]) server.deliver('ann', number)
    expect(server.bayeux.sessions()).toHaveLength(1)
    expect(server.deliver('ann', 4)).toBe(1)
    expect(server.bayeux.sessions()).toEqual([])
    expect(server.heard).toContain('closed ann overflow')
    expect(server.outcomes).toEqual(['1:lost', '2:lost', '3:lost', '4:lost'])
    const reply = await server.ask(connect(clientId))
    expect(reply).toMatchObject({ error: '402::Unknown client', advice: { reconnect: 'handshake' } })
  },
)

test('[BX35] what is delivered makes room again', async () => {
  server = await startServer({ limits: { queuedMessagesMax: 3 } })
  const clientId = await server.join('ann')
  for (let round = 0; round < 3; round += 1) {
    for (const number of [1, 2, 3]) server.deliver('ann', number)
    expect((await server.post([connect(clientId)])).messages).toHaveLength(4)
    await server.until(() => server.outcomes.length === 3 * (round + 1))
  }
  expect(server.bayeux.sessions()).toHaveLength(1)
})

test('[BX36] a socket that does not keep up gets no more until it has, and then all in order', async () => {
  server = await startServer({ limits: roomy })
  const client = await server.openSocket()
  await client.join('ann')
  const framesSent = () => server.heard.filter((entry) => entry === 'frame sent ann').length
  const before = framesSent()
  client.socket.pause()
  server.deliver('ann', big)
  await server.until(() => framesSent() === before + 1)
  for (const number of [1, 2, 3]) {
    server.deliver('ann', number)
    await server.ask({ channel: '/meta/connect' })
  }
  expect(framesSent()).toBe(before + 1)
  client.socket.resume()
  await client.waitFor(({ data }) => data === 3)
  expect(client.messages.filter((message) => 'data' in message).map(({ data }) => data)).toEqual([
    big,
    1,
    2,
    3,
  ])
  expect(framesSent()).toBe(before + 2)
})

/** A held connect whose client reads the beginning of its answer and no more. */
async function readSlowly(clientId: string) {
  const holds = () => server.heard.filter((entry) => entry === 'held ann').length
  const socket = createConnection(server.port, '127.0.0.1')
  const body = JSON.stringify([connect(clientId)])
  const askAgain = async () => {
    const before = holds()
    socket.write(
      `POST /cometd HTTP/1.1\r\nHost: x\r\nuser: ann\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    )
    await server.until(() => holds() > before)
  }
  const begun = new Promise<void>((resolve) => {
    socket.once('data', () => {
      socket.pause()
      resolve()
    })
  })
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.on('error', () => {})
  await askAgain()
  return { begun, askAgain, cut: () => socket.destroy(), resume: () => socket.resume(), closed }
}

test('[BX100] much comes in portions, in order, and what is larger than one comes alone', async () => {
  const sizeOf = (text: string) => JSON.stringify({ channel: '/news', data: text }).length
  server = await startServer({ limits: { portionBytesMax: 3 * sizeOf('a1') } })
  const large = 'x'.repeat(500)
  const all = ['a1', 'a2', 'a3', 'a4', large, 'a5', 'a6']
  for (const isAcknowledging of [false, true]) {
    const clientId = await server.join('ann', isAcknowledging ? { ack: true } : {})
    for (const data of all) server.deliver('ann', data)
    const portions: unknown[][] = []
    for (let ack = 1; ack <= 4; ack += 1) {
      const { messages } = await server.post([connect(clientId, { ext: { ack } })])
      portions.push(messages.flatMap(({ data }) => data ?? []))
    }
    expect(portions).toEqual([['a1', 'a2', 'a3'], ['a4'], [large], ['a5', 'a6']])
    await server.ask({ channel: '/meta/disconnect', clientId })
  }
  const client = await server.openSocket()
  await client.join('ann')
  const before = client.frames.length
  for (const data of all) server.deliver('ann', data)
  await client.waitFor(({ data }) => data === 'a6')
  expect(client.frames).toHaveLength(before + 4)
  expect(client.messages.flatMap(({ data }) => data ?? [])).toEqual(all)
})

test('[BX38] no event comes with a handshake reply, a subscription or a publish; connects bring them in order', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  const { messages } = await server.post(
    [
      { channel: '/meta/subscribe', clientId, subscription: '/open/**' },
      { channel: '/open/1', clientId, data: 1 },
      { channel: '/open/2', clientId, data: 2 },
    ],
    { headers: { user: 'ann' } },
  )
  expect(messages.map(({ data }) => data)).toEqual([undefined, undefined, undefined])
  server.deliver('ann', 3)
  const opened = await server.post([handshake()], { headers: { user: 'ann' } })
  expect(opened.messages).toHaveLength(1)
  const connected = await server.post([connect(clientId)])
  expect(connected.messages.map(({ data }) => data)).toEqual([1, 2, 3, undefined])
})
