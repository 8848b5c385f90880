import { expect, test } from 'vitest'
import { z } from 'zod'
import { startTester, type Tester } from '../testing.ts'
import { openDevice } from '../testing-device.ts'
import type { TrafficDetail, TrafficPage } from './contract.ts'
import { renderHar, type Har } from './har.ts'
import { redact } from './redact.ts'

const text = z.string()
const size = z.number().int().min(-1)
const pairs = z.array(z.strictObject({ name: text, value: text, comment: text.optional() }))
const cookies = z.array(z.object({ name: text, value: text }))
const millis = z.number().min(0)

/** Keys that begin with an underscore are anybody's own; all others are the format's. */
const own = <S extends z.ZodRawShape>(shape: S) =>
  z
    .looseObject(shape)
    .refine(
      (value) => Object.keys(value).every((key) => key in shape || key.startsWith('_')),
      'a key that HAR 1.2 does not have',
    )

/** HAR 1.2, as http://www.softwareishard.com/blog/har-12-spec/ has it. */
const har12 = z.strictObject({
  log: own({
    version: z.literal('1.2'),
    creator: own({ name: text, version: text, comment: text.optional() }),
    browser: own({ name: text, version: text }).optional(),
    pages: z.array(z.never()).optional(),
    comment: text.optional(),
    entries: z.array(
      own({
        pageref: text.optional(),
        startedDateTime: z.iso.datetime(),
        time: millis,
        request: own({
          method: text.min(1),
          url: z.url(),
          httpVersion: text.min(1),
          cookies,
          headers: pairs,
          queryString: pairs,
          postData: own({
            mimeType: text,
            params: z.array(z.never()),
            text,
            comment: text.optional(),
          }).optional(),
          headersSize: size,
          bodySize: size,
          comment: text.optional(),
        }),
        response: own({
          status: z.number().int().min(0),
          statusText: text,
          httpVersion: text.min(1),
          cookies,
          headers: pairs,
          content: own({
            size: z.number().int().min(0),
            compression: z.number().int().optional(),
            mimeType: text,
            text: text.optional(),
            encoding: text.optional(),
            comment: text.optional(),
          }),
          redirectURL: text,
          headersSize: size,
          bodySize: size,
          comment: text.optional(),
        }),
        cache: own({}),
        timings: own({ send: millis, wait: millis, receive: millis }),
        serverIPAddress: text.optional(),
        connection: text.optional(),
        comment: text.optional(),
      }),
    ),
  }),
})

const harOf = async ({ api }: Tester, query = '') => {
  const answer = await api('GET', `/traffic.har${query}`)
  expect(answer.status).toBe(200)
  return answer.body as Har
}

/** A callback by form, with push over both transports, a refusal, and a client that is not answered yet. */
async function play(tester: Tester) {
  const { url, api } = tester
  const socket = await openDevice({ url, user: 'u1', transport: 'websocket' })
  const poller = await openDevice({ url, user: 'u2', transport: 'long-polling' })
  const body = new URLSearchParams({
    _customer_number: '1',
    _device_os: 'comet',
    _device_notification_id: 'u1',
  })
  const headers = { gms_user: 'u1' }
  await fetch(`${url}/genesys/1/service/callback/chat-delay?a=1&b=%20x`, { method: 'POST', body, headers })
  await api('POST', '/agents/anna/state', { state: 'ready' })
  await socket.until(() => true)
  await fetch(`${url}/genesys/nothing`)
  for (;;) {
    const { items } = (await api('GET', '/traffic?limit=1000')).body as TrafficPage
    if (items.some(({ isHeld }) => isHeld)) break
  }
  return async () => {
    await Promise.all([socket.close(), poller.close()])
    await tester.close()
  }
}

test('[TA73] the archive is valid by HAR 1.2, and has CometD in it', async () => {
  const tester = await startTester()
  const end = await play(tester)
  const har = await harOf(tester)
  expect(har12.safeParse(har).error?.issues ?? []).toEqual([])
  const { entries } = har.log
  expect(entries.some(({ response }) => response.status === 404)).toBe(true)
  const start = entries.find(({ request }) => request.url.includes('chat-delay'))
  expect(start?.request).toMatchObject({
    method: 'POST',
    url: `${tester.url}/genesys/1/service/callback/chat-delay?a=1&b=%20x`,
    queryString: [
      { name: 'a', value: '1' },
      { name: 'b', value: ' x' },
    ],
    postData: { text: '_customer_number=1&_device_os=comet&_device_notification_id=u1' },
  })
  expect(start?.response).toMatchObject({ status: 200, statusText: 'OK' })
  // A poll that is held has no status yet; what others answered is there.
  const polls = entries.filter(({ request }) => request.url.includes('/genesys/cometd'))
  expect(polls.some(({ response }) => response.status === 0)).toBe(true)
  expect(polls.some(({ response }) => response.content.text?.includes('/meta/handshake'))).toBe(true)
  await end()
})

test('[TA73] the frames of a WebSocket stand at the entry that opened it', async () => {
  const tester = await startTester()
  const end = await play(tester)
  const { entries } = (await harOf(tester)).log
  const sockets = entries.filter((entry) => entry._resourceType === 'websocket')
  expect(sockets).toHaveLength(1)
  expect(sockets[0]?.response.status).toBe(101)
  const frames = sockets[0]?._webSocketMessages ?? []
  expect(frames[0]).toMatchObject({ type: 'send', opcode: 1 })
  expect(frames[0]?.data).toContain('/meta/handshake')
  expect(frames.some(({ type, data }) => type === 'receive' && data.includes('service.agentavailable'))).toBe(
    true,
  )
  expect(frames.every(({ time }) => Math.abs(time * 1000 - Date.now()) < 3_600_000)).toBe(true)
  await end()
})

test('[TA73] an archive of nothing is valid too; it is a file to save', async () => {
  const tester = await startTester()
  const answer = await tester.api('GET', '/traffic.har')
  expect(har12.safeParse(answer.body).success).toBe(true)
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="gms-tester.har"')
  expect(await tester.api('GET', '/traffic.har?redact=no')).toMatchObject({ status: 400 })
  await tester.close()
})

const exchangeOf = (number: number): TrafficDetail => ({
  number,
  at: new Date(number).toISOString(),
  centreAt: new Date(number).toISOString(),
  kind: 'exchange',
  actor: 'customer',
  protocol: 'rest',
  user: null,
  serviceId: null,
  method: 'POST',
  path: '/genesys/1/x',
  status: 200,
  durationMillis: 1,
  isHeld: false,
  isHeartbeat: false,
  isRefused: false,
  requestBytes: 0,
  responseBytes: 0,
  answerPrint: null,
  note: 'x',
  cause: null,
  replayOf: null,
  isPinned: false,
  comment: null,
  httpVersion: '1.1',
  requestHeaders: [],
  requestBody: '',
  requestBase64: null,
  statusLine: null,
  responseHeaders: [],
  responseBody: '',
  responseBase64: null,
  isTruncated: false,
  isRequestTruncated: false,
  isResponseTruncated: false,
  connection: null,
  effects: [],
  why: null,
  events: [],
})

const planted = {
  cookie: 'SECRET-cookie-1',
  browser: 'SECRET-browser-2',
  basic: Buffer.from('bob:SECRET-password-3').toString('base64'),
  form: '+1 (408) 265-2649',
  json: '4155550173',
  query: '2125550199',
}

/** Each secret where clients put it, and once more where nobody expects it. */
async function plant({ url, api }: Tester) {
  const cookie = `JSESSIONID=${planted.cookie}; BAYEUX_BROWSER=${planted.browser}`
  const headers = { cookie, authorization: `Basic ${planted.basic}` }
  const start = (body: BodyInit, more: Record<string, string> = {}) =>
    fetch(`${url}/genesys/1/service/callback/chat-delay`, {
      method: 'POST',
      body,
      headers: { ...headers, ...more },
    })
  const form = new FormData()
  form.set('_customer_number', planted.form)
  const { _id } = (await (await start(form)).json()) as { _id: string }
  await start(new URLSearchParams({ _customer_number: planted.form }))
  await start(JSON.stringify({ _customer_number: planted.json }), { 'content-type': 'application/json' })
  await fetch(`${url}/genesys/1/phonenumber?number=${planted.query}&country=US`, { headers })
  await fetch(`${url}/genesys/1/service/${_id}/agent-notification`, {
    method: 'POST',
    body: new URLSearchParams({
      _display_message: `call 408 265 2649 or (415) 555-0173, not ${planted.browser}`,
    }),
  })
  await api('PATCH', '/services/chat-delay', { options: { password: 'SECRET-option' } })
}

const needles = [
  planted.cookie,
  planted.browser,
  planted.basic,
  planted.json,
  planted.query,
  'SECRET',
  '265-2649',
  '2652649',
  '265 2649',
  '265+2649',
  '555-0173',
]

test('[TA74] an archive has none of the planted secrets; asked to, it has all', async () => {
  const tester = await startTester()
  await plant(tester)
  const clean = JSON.stringify(await harOf(tester))
  expect(needles.filter((needle) => clean.includes(needle))).toEqual([])
  expect(har12.safeParse(JSON.parse(clean)).success).toBe(true)
  // What is no secret is there still.
  expect(clean).toContain('_customer_number')
  expect(clean).toContain('We will notify you when agent is available')
  const whole = JSON.stringify(await harOf(tester, '?redact=false'))
  for (const secret of [planted.cookie, planted.browser, planted.basic, planted.json, planted.query])
    expect(whole).toContain(secret)
  expect(whole).toContain('(408) 265-2649')
  await tester.close()
})

test('[TA73] what somebody has written on a row is its entry’s comment; what was done stands beside it', async () => {
  const tester = await startTester()
  const end = await play(tester)
  const { items } = (await tester.api('GET', '/traffic?limit=1000')).body as TrafficPage
  const start = items.find(({ note }) => note === 'start callback')
  const frame = items.find(({ kind }) => kind === 'frame')
  await tester.api('PUT', `/traffic/${start?.number}/comment`, { text: 'Starts twice?' })
  await tester.api('PUT', `/traffic/${frame?.number}/comment`, { text: 'Shakes hands' })
  const har = await harOf(tester)
  expect(har12.safeParse(har).error?.issues ?? []).toEqual([])
  const { entries } = har.log
  expect(entries.find(({ _number }) => _number === start?.number)).toMatchObject({
    comment: 'Starts twice?',
    _note: 'start callback',
  })
  expect(entries.find(({ response }) => response.status === 404)?.comment).not.toBe('Starts twice?')
  const frames = entries.flatMap(({ _webSocketMessages }) => _webSocketMessages ?? [])
  expect(frames.filter(({ _comment }) => _comment === 'Shakes hands')).toHaveLength(1)
  await end()
})

test('[TA74] a secret is left out of what somebody has written on a row, too', async () => {
  const tester = await startTester()
  await plant(tester)
  const text = `${planted.browser} called from ${planted.json}, or +44 20 7946 0958, or +49 171/2345678: look into it`
  await tester.api('PUT', '/traffic/1/comment', { text })
  const commentIn = async (query = '') => (await harOf(tester, query)).log.entries[0]?.comment
  expect(await commentIn()).toBe(
    '[redacted] called from [redacted], or [redacted], or [redacted]: look into it',
  )
  expect(await commentIn('?redact=false')).toBe(text)
  await tester.close()
})

test('[TA73] bytes that are no UTF-8 are in base64 in an archive with everything', async () => {
  const tester = await startTester()
  const bytes = Buffer.from('_customer_number=1&usr_customer_name=Gr\xfc\xdfe', 'latin1')
  await fetch(`${tester.url}/genesys/1/service/callback/chat-delay`, {
    method: 'POST',
    body: bytes,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  const har = await harOf(tester, '?redact=false')
  expect(har12.safeParse(har).error?.issues ?? []).toEqual([])
  const { postData } = har.log.entries[0]?.request ?? {}
  expect(Buffer.from(postData?._base64 ?? '', 'base64')).toEqual(bytes)
  expect(postData).toMatchObject({
    text: bytes.toString('utf8'),
    comment: expect.stringContaining('_base64') as string,
  })
  // Of what is redacted no bytes are left in which a secret could stand.
  expect((await harOf(tester)).log.entries[0]?.request.postData).not.toHaveProperty('_base64')
  await tester.close()
})

test('[TA73] an answer that is no UTF-8 says that it is in base64; what was cut off is said of its side', () => {
  const row = {
    ...exchangeOf(1),
    requestBytes: 9,
    requestBody: 'a=1',
    isTruncated: true,
    isRequestTruncated: true,
    responseBytes: 2,
    responseBody: '\ufffd\ufffd',
    responseBase64: '/P8=',
  }
  const { entries } = renderHar([row], { origin: 'http://h', version: '1', isRedacted: false }).log
  expect(har12.shape.log.shape.entries.safeParse(entries).error?.issues ?? []).toEqual([])
  expect(entries[0]?.response.content).toEqual({ size: 2, mimeType: '', text: '/P8=', encoding: 'base64' })
  expect(entries[0]?.request.postData?.comment).toContain('only the beginning')
})

test('[TA73] comments of rows that are no entry, nor the frame of one, stand beside the entries', () => {
  const frame = { kind: 'frame' as const, method: 'SEND', requestBody: '[]', comment: 'of a frame' }
  const rows = [
    { ...exchangeOf(1), status: 101 },
    { ...exchangeOf(2), ...frame, connection: 1 },
    { ...exchangeOf(3), ...frame, connection: 9, comment: 'its upgrade is gone' },
    { ...exchangeOf(4), kind: 'push' as const, comment: 'a push' },
  ]
  const har = renderHar(rows, { origin: 'http://h', version: '1', isRedacted: false })
  expect(har12.safeParse(har).error?.issues ?? []).toEqual([])
  expect(har.log._comments).toEqual([
    { number: 3, text: 'its upgrade is gone' },
    { number: 4, text: 'a push' },
  ])
  expect(har.log.entries[0]?._webSocketMessages).toMatchObject([{ _comment: 'of a frame' }])
})

test('[TA74] however many secrets there are, an archive takes no longer than its length', () => {
  const rows = Array.from({ length: 5_000 }, (_, index) => ({
    path: `/genesys/1/phonenumber?number=40826${10_000 + index}`,
    note: '',
    requestHeaders: [] as [string, string][],
    requestBody: '',
    responseHeaders: [['Set-Cookie', `JSESSIONID=session${index}0123456789;Path=/genesys`]] as [
      string,
      string,
    ][],
    responseBody: `{"said":"session${index}0123456789 ${'x '.repeat(500)}"}`,
  })) as TrafficDetail[]
  const begun = performance.now()
  const text = JSON.stringify(redact(rows))
  expect(performance.now() - begun).toBeLessThan(5_000)
  expect(text).not.toContain('0123456789')
  expect(text).not.toContain('number=40826')
})

test('[TA73] an answer has the words and the version of its own first line', () => {
  const row = { ...exchangeOf(1), httpVersion: '1.0', statusLine: 'HTTP/1.1 200 All is well' }
  const { entries } = renderHar([row], { origin: 'http://h', version: '1', isRedacted: false }).log
  expect(entries[0]?.request).toMatchObject({ httpVersion: 'HTTP/1.0' })
  expect(entries[0]?.response).toMatchObject({ statusText: 'All is well', httpVersion: 'HTTP/1.1' })
})
