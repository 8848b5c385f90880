import { once } from 'node:events'
import { createConnection } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { createRandom, type Draw } from '../../runtime/random.ts'
import { isRecord } from '../message.ts'
import { connect, startServer, type TestServer, type TestSocket, type Wire } from '../testing.ts'
import { fuzz, pick } from './fuzz.ts'
import { createSignal } from './signal.ts'

/** `FUZZ_SEED` and `FUZZ_CASES` try others. */
const seed = process.env['FUZZ_SEED'] ?? 'bayeux'
const cases = Number(process.env['FUZZ_CASES'] ?? 1000)

let server: TestServer
let bystander: TestSocket
let polling: string
/** The exceptions that the server has reported. */
let failures: unknown[]
let holds: number
const signal = createSignal()

beforeEach(async () => {
  failures = []
  holds = 0
  server = await startServer({
    // Nothing that the fuzzer opens is ever in the way of what it opens next.
    limits: { sessionsPerUserMax: 100_000, bodyBytesMax: 2000 },
    callbackPolling: true,
    observer: {
      failed: (error) => failures.push(error),
      held(_, session) {
        if (session.user === 'mallory') holds += 1
        signal.changed()
      },
    },
  })
  bystander = await server.openSocket()
  const clientId = await bystander.join('ann')
  bystander.send(connect(clientId))
  polling = await server.join('ben')
})

afterEach(() => server.close())

/** Those who have nothing to do with it get what is theirs, and nothing else. */
async function proveUntouched(sign: string, count: number): Promise<void> {
  expect(failures).toEqual([])
  expect(server.deliver('ann', sign)).toBe(1)
  expect(server.deliver('ben', sign)).toBe(1)
  await bystander.waitFor(({ data }) => data === sign)
  expect(bystander.messages.filter((message) => 'data' in message)).toHaveLength(count)
  const { messages } = await server.post([connect(polling)])
  expect(messages.map(({ data }) => data)).toEqual([sign, undefined])
}

const say = (index: number, bytes: Buffer) =>
  `seed ${seed}, case ${index}: ${JSON.stringify(bytes.toString('latin1').slice(0, 400))}`

function isReply(message: Wire): boolean {
  return (
    typeof message['channel'] === 'string' &&
    (typeof message['successful'] === 'boolean' || 'data' in message)
  )
}

/** A session for the fuzzer to speak for. */
async function mallory(clientId: string | null): Promise<string> {
  const isThere = server.bayeux.sessions().some((session) => session.clientId === clientId)
  return clientId !== null && isThere ? clientId : server.join('mallory', { user: 'mallory', ack: true })
}

test(`[BC42] bodies: ${cases} cases of seed ${seed} are answered, and nobody else is touched`, async () => {
  let clientId: string | null = null
  let signs = 0
  const seen = new Set<number | string>()
  for (let index = 0; index < cases; index += 1) {
    clientId = await mallory(clientId)
    const draw = createRandom(seed).for('body', index)
    const bytes = fuzz(draw, clientId)
    const status = await sendBody(draw, bytes)
    seen.add(status)
    if (status !== 'held') expect([200, 400, 405, 413], say(index, bytes)).toContain(status)
    if (index % 100 === 0) await proveUntouched(`sign ${index}`, (signs += 1))
  }
  await proveUntouched('last', signs + 1)
  // Every kind of answer was provoked.
  expect(seen).toEqual(new Set([200, 400, 405, 413, 'held']))
})

/** Posts a body; `held` when its answer would come later. */
async function sendBody(draw: Draw, bytes: Buffer): Promise<number | 'held'> {
  const before = holds
  const method = draw.integer(0, 19) === 0 ? pick(draw, ['GET', 'PUT', 'DELETE', 'PATCH']) : 'POST'
  const types = ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'x', '']
  const query = new URLSearchParams({
    // No more: a longer head is Node's affair.
    message: bytes.toString().slice(0, 4000),
    jsonp: pick(draw, ['heard', 'a.b', '1', 'alert(1)']),
  })
  const { answer, cut } = server.begin(method === 'GET' ? '' : bytes, {
    method,
    path: method === 'GET' ? `/cometd?${query}` : '/cometd',
    headers: { 'Content-Type': pick(draw, types), 'Content-Length': method === 'GET' ? 0 : bytes.length },
  })
  let status: number | null = null
  const answered = answer.then((given) => {
    status = given.status
    if (status === 200) {
      expect(given.messages.length).toBeGreaterThan(0)
      expect(given.messages.every(isReply), given.text).toBe(true)
    }
    signal.changed()
  })
  await Promise.race([answered, signal.until('an answer', () => status !== null || holds > before)])
  if (status !== null) return status
  cut()
  answered.catch(() => {})
  return 'held'
}

test(`[BC42] frames: ${cases} cases of seed ${seed} are answered or close, and nobody else is touched`, async () => {
  let clientId: string | null = null
  let socket = await dial()
  let signs = 0
  const seen = new Set<number | string>()
  for (let index = 0; index < cases; index += 1) {
    clientId = await mallory(clientId)
    const draw = createRandom(seed).for('frame', index)
    const bytes = fuzz(draw, clientId)
    const end = await sendFrame(socket, bytes, draw.integer(0, 19) === 0)
    seen.add(end)
    if (end !== 'answered') {
      expect([1003, 1007, 1009], say(index, bytes)).toContain(end)
      socket = await dial()
    }
    if (index % 100 === 0) await proveUntouched(`sign ${index}`, (signs += 1))
  }
  socket.terminate()
  await proveUntouched('last', signs + 1)
  expect(seen).toEqual(new Set(['answered', 1003, 1007, 1009]))
})

async function dial(): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/cometd`)
  socket.on('error', () => {})
  await once(socket, 'open')
  return socket
}

/** Sends a frame; answers the close code, or `answered` when the socket goes on. */
function sendFrame(socket: WebSocket, bytes: Buffer, isBinary: boolean): Promise<number | 'answered'> {
  return new Promise((resolve, reject) => {
    const onMessage = (data: unknown) => {
      const list: unknown = JSON.parse(String(data))
      if (!Array.isArray(list) || !list.every((message) => isRecord(message) && isReply(message))) {
        reject(new Error(`This is no answer: ${String(data)}`))
      } else if (list.length === 0) {
        socket.off('message', onMessage).off('close', resolve)
        resolve('answered')
      }
    }
    socket.on('message', onMessage)
    socket.on('close', resolve)
    socket.send(bytes, { binary: isBinary })
    // What is sent in order is answered in order: when this comes back, the frame has been dealt with.
    socket.send('[]')
  })
}

/** Long enough for a frame that gives its length in two bytes. */
const whole = 'w'.repeat(130)

/** A publish as it goes over the wire, in each way. */
function publishOnTheWire(
  transport: 'request' | 'frame',
  clientId: string,
): { before: string; bytes: Buffer } {
  const body = Buffer.from(JSON.stringify([{ channel: '/open/half', clientId, data: whole }]))
  const head = (lines: readonly string[]) => [...lines, 'Host: 127.0.0.1', '', ''].join('\r\n')
  if (transport === 'request') {
    const start = head(['POST /cometd HTTP/1.1', `Content-Length: ${body.length}`])
    return { before: '', bytes: Buffer.concat([Buffer.from(start), body]) }
  }
  const before = head([
    'GET /cometd HTTP/1.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ])
  // A masked text frame whose mask is 0; 126: its length follows in two bytes.
  const start = Buffer.from([0x81, 0xfe, body.length >> 8, body.length & 255, 0, 0, 0, 0])
  return { before, bytes: Buffer.concat([start, body]) }
}

test.each(['request', 'frame'] as const)(
  '[BC43] a %s that is cut anywhere changes nothing',
  async (transport) => {
    const listener = await server.openSocket()
    const clientId = await listener.join('carl')
    await listener.ask({ channel: '/meta/subscribe', clientId, subscription: '/open/half' })
    const { before, bytes } = publishOnTheWire(transport, clientId)
    const heard = () => listener.messages.filter((message) => 'data' in message)
    for (let length = 0; length < bytes.length; length += 1) await sendRaw(before, bytes.subarray(0, length))
    await proveUntouched('after', 1)
    expect(heard()).toEqual([])
    await sendRaw(before, bytes)
    await listener.waitFor(({ data }) => data === whole)
    expect(heard()).toHaveLength(1)
  },
)

/** Sends some bytes over a connection of their own, after what has to be answered first, and ends it. */
async function sendRaw(before: string, bytes: Buffer): Promise<void> {
  const socket = createConnection(server.port, '127.0.0.1')
  socket.on('error', () => {})
  const closed = new Promise((resolve) => socket.on('close', resolve))
  if (before !== '') {
    socket.write(before)
    await once(socket, 'data')
  }
  socket.resume()
  socket.end(bytes)
  await closed
}
