import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { limits } from './config.ts'
import { createHttpServer, type RequestOwner } from './http-server.ts'
import { ownerOf } from './tester/traffic-words.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

/** An owner of every path that begins so. */
const ownerOfPath = (prefix: string, says: string): RequestOwner => ({
  handle(request, response) {
    if (request.url?.startsWith(prefix) !== true) return false
    response.end(says)
    return true
  },
  upgrade: () => false,
})

async function serve(...owners: RequestOwner[]): Promise<number> {
  const server = createHttpServer({ owners, limits: limits.http })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(resolve)))
  return (server.address() as AddressInfo).port
}

/** What comes back for these bytes until the server closes. */
const exchange = (port: number, bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })

test('[HS1] the application is asked first, the pages last', async () => {
  const application = ownerOfPath('/genesys', 'application')
  const port = await serve(application, ownerOfPath('/', 'pages'))
  const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text()
  expect(await get('/genesys/x')).toBe('application')
  expect(await get('/')).toBe('pages')
})

test('[HS1] without pages there is nothing else', async () => {
  const port = await serve(ownerOfPath('/genesys', 'application'))
  const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'x'.repeat(200_000) })
  expect(response.status).toBe(404)
})

test('[HS2] what is no HTTP is answered 400, and the server goes on', async () => {
  const port = await serve(ownerOfPath('/', 'here'))
  expect(await exchange(port, 'hello there\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
  expect(await exchange(port, 'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n')).toMatch(
    /^HTTP\/1\.1 400 /,
  )
  expect(await exchange(port, `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 431 /,
  )
  expect(await exchange(port, 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/here$/)
})

test('[HS6] idle connections, heads and requests have their time', () => {
  const server = createHttpServer({ owners: [], limits: limits.http })
  expect(server).toMatchObject({ keepAliveTimeout: 75_000, headersTimeout: 80_000, requestTimeout: 300_000 })
})

test('[HS3] an upgrade that nobody takes is answered 404', async () => {
  const port = await serve(ownerOfPath('/', 'here'))
  const head = ['GET /elsewhere HTTP/1.1', 'Host: x', 'Connection: Upgrade', 'Upgrade: websocket', '', '']
  expect(await exchange(port, head.join('\r\n'))).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/)
})

test.each([0, 3, 100_000])('[HS3] another protocol is not asked for: %i bytes come later', async (later) => {
  const echo: RequestOwner = { handle: (request, response) => !!request.pipe(response), upgrade: () => false }
  const port = await serve(echo)
  const head = [
    'POST /genesys/1/service/callback/chat-delay HTTP/1.1',
    'Host: x',
    'Connection: Upgrade, HTTP2-Settings',
    'Upgrade: h2c',
    'HTTP2-Settings: AAEAAEAAAAIAAAAAAAMAAAAAAAQBAAAAAAUAAEAAAAYABgAA',
    `Content-Length: ${4 + later}`,
  ]
  const answer = await new Promise<string>((resolve, reject) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`${head.join('\r\n')}\r\n\r\nbody`)
      // The next one on the same connection, which asks to be the last.
      setImmediate(() =>
        socket.write(`${'y'.repeat(later)}GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
      )
    })
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
  })
  expect(answer.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2)
  expect(answer).toContain('body')
  expect(answer.match(/y/g)?.length ?? 0).toBeGreaterThanOrEqual(later)
})

test.each([
  ['http://tester.example:8080/genesys/1?x=http://y/', '/genesys/1?x=http://y/'],
  ['HTTP://tester.example?x', '/?x'],
  ['http://tester.example', '/'],
  ['//genesys', '//genesys'],
])('[HS7] the target %s means %s', async (target, path) => {
  const echo: RequestOwner = {
    handle: (request, response) => !!response.end(`<${request.url}>`),
    upgrade: () => false,
  }
  const port = await serve(echo)
  const answer = await exchange(port, `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
  expect(answer).toContain(`<${path}>`)
})

test('[HS7] a target that is no path is nobody\u2019s', async () => {
  const port = await serve(ownerOfPath('', 'here'))
  expect(await exchange(port, 'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(
    /^HTTP\/1\.1 404 /,
  )
})

test.each([
  ['/genesys/cometd', 'bayeux'],
  ['/genesys/cometd/connect', 'bayeux'],
  ['/genesys/cometd?x=1', 'bayeux'],
  ['/genesys/cometdx', 'gms'],
  ['/genesys', 'gms'],
  ['/genesys/1/service/callback/chat-delay', 'gms'],
  ['/genesysx', 'other'],
  ['/gmstester/api', 'tester'],
  ['/gmstester/api/health?waitSeconds=1', 'tester'],
  ['/gmstester/chat.html', 'other'],
  ['/', 'other'],
])('[HS4] %s belongs to %s', (path, owner) => {
  expect(ownerOf(path)).toBe(owner)
})
