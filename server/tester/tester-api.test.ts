import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTester, type Tester } from '../testing.ts'
import { refusalCodes, Refused } from '../contact-center/refusal.ts'
import { testerLimits } from './limits.ts'
import { asTesterError } from './tester-error.ts'

let tester: Tester
beforeAll(async () => {
  tester = await startTester({ config: { allowedOrigins: ['http://localhost:3000'] } })
})
afterAll(() => tester.close())

const json = { 'Content-Type': 'application/json' }
const base = () => `${tester.url}/gmstester/api`

/** A call with a body as it stands. */
const send = async (method: string, path: string, body: BodyInit | null, headers = {}) => {
  // What a stream as a body needs, and the types do not know.
  const request: RequestInit & { duplex: 'half' } = { method, body, headers, duplex: 'half' }
  const response = await fetch(base() + path, request)
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : (JSON.parse(text) as unknown),
  }
}

test('[TA1] answers and refusals are JSON that nobody stores', async () => {
  for (const path of ['/agents', '/nothing-here', '/agents/nobody']) {
    const { headers } = await tester.api('GET', path)
    expect(headers.get('content-type')).toMatch(/^application\/json/)
    expect(headers.get('cache-control')).toBe('no-store')
  }
})

test('[TA2] a refusal has a code, a sentence and details', async () => {
  expect(await tester.api('GET', '/agents/nobody')).toMatchObject({
    status: 404,
    body: { error: { code: 'agent-not-found', message: expect.stringMatching(/\.|\)$/), details: [] } },
  })
})

test('[TA2] every refusal of the contact centre has a status', () => {
  for (const code of refusalCodes) {
    const error = asTesterError(new Refused(code, 'x', [{ field: 'f', message: 'm' }]))
    expect(error?.code).toBe(code)
    expect([400, 404, 409, 413, 503]).toContain(error?.status)
    expect(error?.details).toEqual([{ field: 'f', message: 'm' }])
  }
  expect(asTesterError(new Error('ours'))).toBeNull()
})

test('[TA3] unknown keys are refused by name, at any depth, and nothing changes', async () => {
  const before = await tester.api('GET', '/agents/anna')
  const answer = await tester.api('PUT', '/agents/anna', { name: 'Other', colour: 'red', sise: 1 })
  expect(answer).toMatchObject({
    status: 400,
    body: { error: { code: 'body-invalid', details: [{ field: 'colour' }, { field: 'sise' }] } },
  })
  expect((await tester.api('GET', '/agents/anna')).body).toEqual(before.body)
})

test('[TA3] what is missing or of another type is named too', async () => {
  expect(await tester.api('POST', '/agents/anna/state', {})).toMatchObject({
    status: 400,
    body: { error: { details: [{ field: 'state', message: 'This is required.' }] } },
  })
  expect(await tester.api('PUT', '/agents/anna', { groups: ['A', 7] })).toMatchObject({
    status: 400,
    body: { error: { details: [{ field: 'groups.1' }] } },
  })
})

test('[TA3] a name that JavaScript reads otherwise is unknown too', async () => {
  for (const body of ['{"__proto__":1}', '{"skills":{"__proto__":3}}'])
    expect(await send('PUT', '/agents/anna', body, json)).toMatchObject({
      status: 400,
      body: { error: { code: 'body-invalid', details: [{ field: '__proto__' }] } },
    })
})

test('[TA2] what is wrong with a field is said in plain sentences', async () => {
  const details = async (method: string, path: string, body: unknown) =>
    ((await tester.api(method, path, body)).body as { error: { details: unknown } }).error.details
  expect(
    await details('PUT', '/agents/anna', { name: 5, groups: 'x', capacity: 1.5, autoAnswer: 1 }),
  ).toEqual([
    { field: 'name', message: 'This must be text.' },
    { field: 'groups', message: 'This must be a list.' },
    { field: 'capacity', message: 'This must be a whole number.' },
    { field: 'autoAnswer', message: 'This must be true or false.' },
  ])
  expect(await details('POST', '/agents/anna/state', { state: 'up' })).toEqual([
    { field: 'state', message: 'This must be one of ready, not-ready, after-call-work, logged-out.' },
  ])
  expect(await details('PUT', '/queues/VQ_Chat/ewt', { model: 'guess' })).toEqual([
    {
      field: 'model',
      message: expect.stringMatching(/^This must be one of unavailable, fixed, .*head-of-line\.$/),
    },
  ])
  expect(await details('POST', '/queues/VQ_Chat/callers', { count: 0 })).toEqual([
    { field: 'count', message: 'This must be at least 1.' },
  ])
  expect(await details('POST', '/clock', { rate: 1001 })).toEqual([
    { field: 'rate', message: 'This must be at most 1000.' },
  ])
})

test.each([
  ['cut off', '{"name":'],
  ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ['a word', 'ready'],
])('[TA4] a body that is no JSON is answered 400: %s', async (_, body) => {
  expect(await send('PUT', '/agents/anna', body, json)).toMatchObject({
    status: 400,
    body: { error: { code: 'body-not-json' } },
  })
})

test.each(['[]', '"ready"', 'null', '7'])(
  '[TA4] JSON that is no object is answered 400: %s',
  async (body) => {
    expect(await send('PUT', '/agents/anna', body, json)).toMatchObject({
      status: 400,
      body: { error: { code: 'body-invalid' } },
    })
  },
)

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1'])(
  '[TA5] a body of type %s is answered 415',
  async (type) => {
    const answer = await send('PUT', '/agents/anna', '{}', { 'Content-Type': type })
    expect(answer).toMatchObject({ status: 415, body: { error: { code: 'media-type-not-json' } } })
  },
)

test('[TA5] no body at all is read as an empty object, and UTF-8 may be said', async () => {
  expect((await send('PATCH', '/settings', null)).status).toBe(200)
  expect(
    (await send('PATCH', '/settings', '{}', { 'Content-Type': 'APPLICATION/json; Charset="UTF-8"' })).status,
  ).toBe(200)
})

test('[TA6] a body above the limit is answered 413, announced or in chunks', async () => {
  const large = JSON.stringify({ name: 'x'.repeat(1024 * 1024) })
  expect((await send('PUT', '/agents/anna', large, json)).status).toBe(413)
  const chunks = new ReadableStream({
    start(controller) {
      for (let i = 0; i < 17; i++) controller.enqueue(Buffer.alloc(64 * 1024, 0x20))
      controller.close()
    },
  })
  expect(await send('PUT', '/agents/anna', chunks, json)).toMatchObject({
    status: 413,
    body: { error: { code: 'body-too-large' } },
  })
})

test('[TA6] who sends too much hears so on a connection that goes on, unless there is no end to it', async () => {
  const { bodyBytesMax, drainBytesMax } = testerLimits
  const head = (size: number) =>
    `PUT /gmstester/api/agents/anna HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${size}\r\n\r\n`
  const health = 'GET /gmstester/api/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'
  const long = head(4 * bodyBytesMax) + ' '.repeat(4 * bodyBytesMax) + health
  expect(statusesOf(await exchange(long))).toEqual(['413', '200'])
  const endless = await exchange(head(2 * drainBytesMax) + ' '.repeat(bodyBytesMax + drainBytesMax + 1))
  expect(statusesOf(endless)).toEqual(['413'])
  expect(endless).toMatch(/\r\nconnection: close\r\n/i)
})

/** What comes back for these bytes until the server closes. */
const exchange = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(tester.url)
    let answer = ''
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })

const statusesOf = (answer: string) => [...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)

test('[TA6] a body just at the limit is read', async () => {
  const text = '{"name":"Anna"}'
  const padded = text.padEnd(1024 * 1024, ' ')
  expect((await send('PUT', '/agents/anna', padded, json)).status).toBe(200)
})

test.each(['', '/', '/nothing', '/agents/anna/nothing', '/callbacks/1/2/3'])(
  '[TA7] nothing is at "%s"',
  async (path) => {
    expect(await tester.api('GET', path)).toMatchObject({
      status: 404,
      body: { error: { code: 'not-found' } },
    })
  },
)

test.each([
  ['POST', '/agents', 'GET, HEAD'],
  ['POST', '/agents/anna', 'GET, HEAD, PUT, DELETE'],
  ['GET', '/agents/anna/state', 'POST'],
  ['PUT', '/health', 'GET, HEAD'],
  ['DELETE', '/queues/ewt-models', 'GET, HEAD'],
  ['GET', '/queues/VQ_Chat/callers', 'POST, DELETE'],
  ['GET', '/reset/undo', 'POST'],
  ['PUT', '/reset', 'POST, GET, HEAD'],
  ['POST', '/callbacks/369-1', 'GET, HEAD'],
])('[TA8] %s %s is answered 405 with what is possible', async (method, path, allow) => {
  const answer = await tester.api(method, path)
  expect(answer).toMatchObject({ status: 405, body: { error: { code: 'method-not-allowed' } } })
  expect(answer.headers.get('allow')).toBe(allow)
})

test('[TA9] a page of a foreign origin may not change anything', async () => {
  const foreign = { Origin: 'http://evil.example', ...json }
  for (const origin of ['http://evil.example', 'null', 'http://localhost:3001'])
    expect(
      await send('POST', '/agents/anna/state', '{"state":"ready"}', { ...json, Origin: origin }),
    ).toMatchObject({ status: 403, body: { error: { code: 'origin-not-allowed' } } })
  expect((await tester.api('GET', '/agents/anna')).body).toMatchObject({ state: 'logged-out' })
  const read = await send('GET', '/agents', null, foreign)
  expect(read.status).toBe(200)
  expect(read.headers.get('access-control-allow-origin')).toBeNull()
  expect((await send('OPTIONS', '/agents/anna', null, foreign)).status).toBe(403)
})

test('[TA9] our own pages, and whoever is no page, may', async () => {
  const change = (headers: object) => send('PATCH', '/settings', '{}', { ...json, ...headers })
  expect((await change({ Origin: tester.url })).status).toBe(200)
  expect((await change({})).status).toBe(200)
})

test('[TA10] pages of a listed origin may do everything', async () => {
  const listed = { Origin: 'http://localhost:3000' }
  const preflight = await send('OPTIONS', '/agents/anna', null, {
    ...listed,
    'Access-Control-Request-Method': 'PUT',
  })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT')
  const change = await send('PATCH', '/settings', '{}', { ...json, ...listed })
  expect(change.status).toBe(200)
  expect(change.headers.get('access-control-allow-origin')).toBe('http://localhost:3000')
  const refused = await send('GET', '/agents/nobody', null, listed)
  expect(refused.headers.get('access-control-allow-origin')).toBe('http://localhost:3000')
})

test.each([
  ['/callbacks?sate=QUEUED', 'sate'],
  ['/callbacks?state=WAITING', 'state'],
  ['/callbacks?limit=0', 'limit'],
  ['/callbacks?limit=501', 'limit'],
  ['/callbacks?limit=ten', 'limit'],
  ['/callbacks?limit=1&limit=2', 'limit'],
  ['/traffic?after=-1', 'after'],
  ['/traffic?limit=1001', 'limit'],
  ['/health?waitSeconds=301', 'waitSeconds'],
])('[TA11] the query of %s is refused', async (path, field) => {
  expect(await tester.api('GET', path)).toMatchObject({
    status: 400,
    body: { error: { code: 'query-invalid', details: [{ field }] } },
  })
})
