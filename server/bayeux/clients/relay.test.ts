import { once } from 'node:events'
import { type AddressInfo, createConnection, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openRelay, type Relay } from './relay.ts'

let echo: Server
let relay: Relay
/** The connections that have reached the other side. */
let reached: Socket[]

beforeEach(async () => {
  reached = []
  echo = createServer((socket) => {
    reached.push(socket)
    socket.on('error', () => {})
    socket.pipe(socket)
  })
  echo.listen(0, '127.0.0.1')
  await once(echo, 'listening')
  relay = await openRelay((echo.address() as AddressInfo).port)
})

afterEach(async () => {
  await relay.close()
  for (const socket of reached) socket.destroy()
  echo.close()
})

async function dial(): Promise<Socket> {
  const socket = createConnection(relay.port, '127.0.0.1')
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket
}

/** Resolves when a connection is over, in whatever way. */
function over(socket: Socket): Promise<unknown> {
  return new Promise((resolve) => {
    if (socket.closed) resolve(null)
    else socket.on('close', resolve)
  })
}

/** Sends `text` and waits until as much has come back. */
async function exchange(socket: Socket, text: string): Promise<string> {
  let back = ''
  socket.write(text)
  while (back.length < text.length) {
    const [chunk] = await once(socket, 'data')
    back += String(chunk)
  }
  return back
}

test('[BC80] bytes cross in order, and an end on one side is an end on the other', async () => {
  const socket = await dial()
  const text = 'x'.repeat(300_000) + 'y'
  expect(await exchange(socket, text)).toBe(text)
  socket.end()
  socket.resume()
  await over(socket)
  expect(reached).toHaveLength(1)
})

test.each([
  ['rst', true],
  ['fin', false],
] as const)('[BC81] a cut by %s is felt on both sides', async (how, isError) => {
  const socket = await dial()
  await exchange(socket, 'hello')
  const errors: unknown[] = []
  for (const side of [socket, ...reached]) side.on('error', (error) => errors.push(error))
  relay.cut(how)
  socket.resume()
  await Promise.all([socket, ...reached].map(over))
  expect(errors.length > 0).toBe(isError)
})

test('[BC82] a cut after some bytes lets exactly those cross', async () => {
  const socket = await dial()
  await exchange(socket, 'hello')
  let text = ''
  socket.on('data', (chunk) => (text += String(chunk)))
  relay.cutAfter(3)
  socket.write('abcdef')
  await over(socket)
  expect(text).toBe('abc')
})

test('[BC83] what is swallowed never arrives; a new connection after revival crosses', async () => {
  const socket = await dial()
  await exchange(socket, 'hello')
  const texts: string[] = []
  socket.on('data', (chunk) => texts.push(String(chunk)))
  relay.swallow()
  socket.write('lost')
  const another = await dial()
  another.write('lost too')
  another.on('data', (chunk) => texts.push(String(chunk)))
  relay.revive()
  expect(await exchange(await dial(), 'anew')).toBe('anew')
  expect(texts).toEqual([])
  relay.cut('rst')
  await Promise.all([over(socket), over(another)])
})

test('[BC84] a throttled connection gets everything, at its rate', async () => {
  const socket = await dial()
  relay.throttle(100_000)
  const before = performance.now()
  const text = 'x'.repeat(10_000)
  expect(await exchange(socket, text)).toBe(text)
  expect(performance.now() - before).toBeGreaterThan(90)
})

test('[BC85] a relay that leads nowhere cuts who comes, until it leads somewhere', async () => {
  const { port } = echo.address() as AddressInfo
  relay.aim(null)
  const refused = createConnection(relay.port, '127.0.0.1')
  refused.on('error', () => {})
  await over(refused)
  relay.aim(port)
  expect(await exchange(await dial(), 'hello')).toBe('hello')
})
