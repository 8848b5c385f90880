import { once } from 'node:events'
import { createConnection } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { connect, handshake, startServer, type TestServer } from './testing.ts'

let server: TestServer

afterEach(() => server.close())

const form = { 'Content-Type': 'application/x-www-form-urlencoded' }

/** Sends raw bytes and answers everything that comes back until the server closes. */
async function raw(...pieces: (string | Buffer)[]): Promise<string> {
  const socket = createConnection(server.port, '127.0.0.1')
  socket.setNoDelay()
  let text = ''
  socket.on('data', (chunk) => (text += String(chunk)))
  socket.on('error', () => {})
  for (const piece of pieces) {
    await new Promise((resolve) => socket.write(piece, resolve))
    // Each piece reaches the server by itself.
    await server.ask({ channel: '/meta/connect' })
  }
  await once(socket, 'close')
  return text
}

test.each(['/cometd', '/cometd/', '/cometd/handshake', '/cometd/connect', '/cometd/x/y?z=1'])(
  '[BX60] %s takes any message',
  async (path) => {
    server = await startServer()
    const { messages } = await server.post([handshake()], { path })
    expect(messages[0]).toMatchObject({ channel: '/meta/handshake', successful: true })
  },
)

test.each([
  ['an array', {}, JSON.stringify([handshake()])],
  ['a lone object', {}, JSON.stringify(handshake())],
  ['JSON as text', { 'Content-Type': 'text/json; charset=utf-8' }, JSON.stringify(handshake())],
  ['JSON under a form type', form, ` ${JSON.stringify(handshake())}`],
  ['a form with an array', form, `message=${encodeURIComponent(JSON.stringify([handshake()]))}`],
  ['a form with an object', form, `x=1&message=${encodeURIComponent(JSON.stringify(handshake()))}`],
])('[BX61] %s is read', async (_, headers, body) => {
  server = await startServer()
  const { status, messages } = await server.post(body, { headers })
  expect(status).toBe(200)
  expect(messages[0]).toMatchObject({ channel: '/meta/handshake', successful: true })
})

test('[BX61] every message field of a form is handled', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  const subscribe = (subscription: string) => ({ channel: '/meta/subscribe', clientId, subscription })
  const fields = [subscribe('/a'), [subscribe('/b'), subscribe('/c')]]
  const body = fields.map((field) => `message=${encodeURIComponent(JSON.stringify(field))}`).join('&')
  const { messages } = await server.post(body, { headers: form })
  expect(messages.map(({ subscription }) => subscription)).toEqual(['/a', '/b', '/c'])
})

test('[BX61] characters survive being cut in two on the way', async () => {
  server = await startServer()
  const clientId = await server.join('ann')
  await server.ask({ channel: '/meta/subscribe', clientId, subscription: '/open/x' })
  const body = Buffer.from(JSON.stringify([{ channel: '/open/x', clientId, data: 'grüße 👋' }]))
  const middle = body.indexOf('👋') + 2
  const head = `POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n`
  expect(await raw(head, body.subarray(0, middle), body.subarray(middle))).toContain('"successful":true')
  const { messages } = await server.post([connect(clientId)])
  expect(messages[0]).toEqual({ channel: '/open/x', data: 'grüße 👋' })
})

test.each([
  ['nothing', ''],
  ['half of it', '[{"channel":"/meta/handshake"'],
  ['an empty array', '[]'],
  ['a number', '7'],
  ['null', 'null'],
  ['an array in an array', '[[]]'],
  [
    'a bad one among good ones',
    '[{"channel":"/meta/handshake","supportedConnectionTypes":["long-polling"]},7]',
  ],
  ['broken UTF-8', Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d])],
])('[BX62] %s is answered with 400', async (_, body) => {
  server = await startServer()
  const { status, headers, text } = await server.post(body)
  expect(status).toBe(400)
  expect(headers['content-type']).toBe('text/plain;charset=UTF-8')
  expect(text).toMatch(/^[A-Z].*\.\n$/)
  expect(server.bayeux.sessions()).toEqual([])
})

test.each(['text=1', 'message=', 'message=%5B%5D', 'message=7'])(
  '[BX62] the form %s is answered with 400',
  async (body) => {
    server = await startServer()
    expect((await server.post(body, { headers: form })).status).toBe(400)
  },
)

test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD'])('[BX63] %s is answered with 405', async (method) => {
  server = await startServer()
  const { status, headers } = await server.post('', { method })
  expect(status).toBe(405)
  expect(headers['allow']).toBe('POST, OPTIONS')
})

test('[BX64] a body that announces too much is refused before it is sent', async () => {
  server = await startServer({ limits: { bodyBytesMax: 1000 } })
  const answer = await raw('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n')
  expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  expect(answer).toMatch(/\r\nConnection: close\r\n/)
})

test('[BX64] a body that turns out too big is refused before its end', async () => {
  server = await startServer({ limits: { bodyBytesMax: 1000 } })
  const head = 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n'
  const chunk = `1f4\r\n${'['.repeat(500)}\r\n`
  expect(await raw(head, chunk, chunk, chunk)).toMatch(/^HTTP\/1\.1 413 /)
})

test('[BX64] a body of exactly the limit is read', async () => {
  server = await startServer({ limits: { bodyBytesMax: 1000 } })
  const body = JSON.stringify([handshake()]).padEnd(1000)
  expect((await server.post(body)).status).toBe(200)
})

test('[BX64] too many messages in one request are refused, all of them', async () => {
  server = await startServer({ limits: { messagesPerRequestMax: 3 } })
  const clientId = await server.join('ann')
  const message = { channel: '/meta/disconnect', clientId }
  expect((await server.post([message, message, message, message])).status).toBe(413)
  expect(server.bayeux.sessions()).toHaveLength(1)
  expect((await server.post([message, message, message])).status).toBe(200)
})

test('[BX65] an answer says how long it is, and that nobody may keep or collect it', async () => {
  server = await startServer()
  const { headers, text } = await server.post([handshake({ user: 'ä' })])
  expect(headers).toMatchObject({
    'content-type': 'application/json;charset=UTF-8',
    'content-length': String(Buffer.byteLength(text)),
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
})

test('[BX66] a page of a known origin may ask with cookies and its headers, another may not', async () => {
  server = await startServer()
  const asked = {
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'content-type,gms_user',
  }
  for (const [origin, isKnown] of [
    ['http://friend.example', true],
    ['http://enemy.example', false],
    ['null', false],
  ] as const) {
    const preflight = await server.post('', { method: 'OPTIONS', headers: { Origin: origin, ...asked } })
    expect(preflight.status).toBe(204)
    expect(preflight.headers['access-control-allow-headers']).toBe(
      isKnown ? 'content-type,gms_user' : undefined,
    )
    expect(preflight.headers['access-control-allow-methods']).toBe(isKnown ? 'POST, OPTIONS' : undefined)
    const { status, headers } = await server.post([handshake()], { headers: { Origin: origin } })
    expect(status).toBe(200)
    for (const given of [headers, preflight.headers]) {
      expect(given['access-control-allow-origin']).toBe(isKnown ? origin : undefined)
      expect(given['access-control-allow-credentials']).toBe(isKnown ? 'true' : undefined)
      expect(given['vary']).toBe(isKnown ? 'Origin' : undefined)
    }
  }
  const plain = await server.post('', { method: 'OPTIONS' })
  expect(plain.headers['allow']).toBe('POST, OPTIONS')
})

test('[BX54] the answer to a handshake names a browser that has no name yet', async () => {
  const seen: (string | undefined)[] = []
  server = await startServer({
    policy: {
      identify: ({ browser }) => {
        seen.push(browser)
        return null
      },
    },
  })
  const { headers } = await server.post([handshake()])
  const cookie = /^BAYEUX_BROWSER=([0-9a-f]{32}); Path=\/; HttpOnly; SameSite=Lax$/.exec(
    headers['set-cookie']?.[0] ?? '',
  )
  expect(cookie).not.toBeNull()
  expect(seen).toEqual([cookie?.[1]])
  const named = await server.post([handshake()], { headers: { Cookie: 'a=b; BAYEUX_BROWSER=me; c=d' } })
  expect(named.headers['set-cookie']).toBeUndefined()
  expect(seen[1]).toBe('me')
  const unusable = await server.post([handshake()], {
    headers: { Cookie: `BAYEUX_BROWSER=${'x'.repeat(200)}` },
  })
  expect(unusable.headers['set-cookie']).toHaveLength(1)
  const later = await server.post([connect('nobody')])
  expect(later.headers['set-cookie']).toBeUndefined()
})

test('[BX54] where the host says so, the cookie has other attributes', async () => {
  server = await startServer({ cookieAttributes: 'Path=/cometd; HttpOnly; SameSite=None; Secure' })
  const { headers } = await server.post([handshake()])
  expect(headers['set-cookie']).toEqual([
    expect.stringMatching(/^BAYEUX_BROWSER=[0-9a-f]{32}; Path=\/cometd; HttpOnly; SameSite=None; Secure$/),
  ])
})
