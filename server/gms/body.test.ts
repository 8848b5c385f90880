import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { assert, asyncProperty, string, uint8Array } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ClientGone } from '../request-body.ts'
import { readFields } from './body.ts'
import { asGmsRefused } from './gms-error.ts'
import { gmsLimits } from './limits.ts'
import { multipartBody, multipartType, rawRequest, send, type RawRequest } from './testing.ts'

const formType = 'application/x-www-form-urlencoded'

// Answers what it has read, or the status and message of the refusal.
const server = createServer((request, response) => {
  readFields(request, { ...gmsLimits, drainBytesMax: 1_000_000 }).then(
    (fields) => response.end(JSON.stringify(fields.all())),
    (thrown: unknown) => {
      if (thrown instanceof ClientGone) return void server.emit('gone', request)
      const refused = asGmsRefused(thrown)
      if (refused === null) throw thrown
      response.statusCode = refused.status
      for (const [name, value] of refused.headers) response.setHeader(name, value)
      response.end(refused.message)
    },
  )
})
let url = ''

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

const ask = async (request: Partial<RawRequest> & { type?: string }) => {
  const headers = { ...(request.type !== undefined && { 'Content-Type': request.type }), ...request.headers }
  const answer = await send(url, { method: 'POST', path: '/', ...request, headers })
  return { status: answer.status, text: answer.text }
}

const read = async (request: Partial<RawRequest> & { type?: string }) => {
  const { status, text } = await ask(request)
  expect(status, text).toBe(200)
  return JSON.parse(text) as unknown
}

const part = (head: string, value: string | Buffer, boundary = 'b'): Buffer =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
    Buffer.from(value),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])

test('[GM3] multipart, urlencoded, JSON and JSON under an urlencoded type mean the same', async () => {
  const json = '{"_customer_number":"4082652649","reason":"Geb\u00fchr & \u20ac 5 \u{1F600}","empty":""}'
  const wanted = JSON.parse(json) as Record<string, string>
  const form = new URLSearchParams(wanted).toString()
  expect(await read({ type: multipartType, body: multipartBody(Object.entries(wanted)) })).toEqual(wanted)
  expect(await read({ type: formType, body: form })).toEqual(wanted)
  expect(await read({ type: 'application/json', body: json })).toEqual(wanted)
  expect(await read({ type: `${formType}; charset=UTF-8`, body: `\n ${json}` })).toEqual(wanted)
})

test('[GM3] any text survives each encoding', async () => {
  const text = string({ unit: 'grapheme', maxLength: 40 })
  await assert(
    asyncProperty(text, async (value) => {
      const wanted = { value }
      expect(await read({ type: multipartType, body: multipartBody([['value', value]]) })).toEqual(wanted)
      expect(await read({ type: formType, body: new URLSearchParams(wanted).toString() })).toEqual(wanted)
      expect(await read({ type: 'application/json', body: JSON.stringify(wanted) })).toEqual(wanted)
    }),
    { numRuns: 30 },
  )
})

test('[GM4] the body goes over the query', async () => {
  const body = multipartBody([['a', 'body']])
  expect(await read({ path: '/?a=query&b=%C3%BC+1', type: multipartType, body })).toEqual({
    a: 'body',
    b: '\u00fc 1',
  })
  expect(await read({ method: 'GET', path: '/?a=query' })).toEqual({ a: 'query' })
})

test('[GM5] nothing but a closing boundary, nothing at all, and a typed nothing mean no parameters', async () => {
  const closing = multipartBody([])
  expect(closing.length).toBe(44)
  expect(await read({ type: multipartType, body: closing })).toEqual({})
  expect(await read({ type: multipartType, body: closing.subarray(0, 42) })).toEqual({})
  expect(await read({})).toEqual({})
  expect(await read({ method: 'GET', type: 'application/json' })).toEqual({})
  expect(await read({ type: 'multipart/form-data', headers: { 'Content-Length': '0' } })).toEqual({})
  expect(await read({ type: 'application/json', body: '{}' })).toEqual({})
})

test('[GM6] in JSON, values become text and null is not given', async () => {
  const body = '{"n":4082652649,"t":true,"f":false,"o":{"a":[1,"x"]},"x":null,"s":" "}'
  const wanted = { n: '4082652649', t: 'true', f: 'false', o: '{"a":[1,"x"]}', s: ' ' }
  expect(await read({ type: 'application/json', body })).toEqual(wanted)
})

test('[GM7] of a field given more than once, the last value counts, at the place of the first', async () => {
  const fields: [string, string][] = [
    ['a', '1'],
    ['b', '2'],
    ['a', '3'],
  ]
  const wanted = '{"a":"3","b":"2"}'
  expect((await ask({ type: multipartType, body: multipartBody(fields) })).text).toBe(wanted)
  expect((await ask({ type: formType, body: 'a=1&b=2&a=3' })).text).toBe(wanted)
  expect((await ask({ path: '/?a=1&b=2&a=3' })).text).toBe(wanted)
})

test('[GM8] a declared charset is read, in the body and in a part', async () => {
  const wanted = { name: 'J\u00fcrgen' }
  expect(await read({ type: `${formType}; charset=ISO-8859-1`, body: 'name=J%FCrgen' })).toEqual(wanted)
  expect(await read({ type: formType, body: Buffer.from('name=J\u00fcrgen') })).toEqual(wanted)
  const latin = Buffer.from('J\u00fcrgen', 'latin1')
  const body = part('name="name"\r\nContent-Type: text/plain; charset=ISO-8859-1', latin)
  expect(await read({ type: 'multipart/form-data; boundary=b', body })).toEqual(wanted)
})

test('[GM10] a multipart body that is cut off at any byte is refused', async () => {
  const body = multipartBody([
    ['_customer_number', '4082652649'],
    ['usr_reason', 'billing question'],
  ])
  // The line end after the closing boundary may be missing.
  for (let length = 1; length <= body.length - 3; length += 1)
    expect(
      (await ask({ type: multipartType, body: body.subarray(0, length) })).status,
      `${length} bytes`,
    ).toBe(400)
})

test.each([
  ['no boundary', 'multipart/form-data', 'x'],
  ['an empty boundary', 'multipart/form-data; boundary=""', 'x'],
  ['a boundary of 71 characters', `multipart/form-data; boundary=${'b'.repeat(71)}`, 'x'],
  ['another boundary', 'multipart/form-data; boundary=c', part('name="a"', '1')],
  ['a part without a name', 'multipart/form-data; boundary=b', part('filename*=x', '1')],
  ['a part with an empty name', 'multipart/form-data; boundary=b', part('name=""', '1')],
  [
    'a broken part header',
    'multipart/form-data; boundary=b',
    '--b\r\nContent_Disposition\r\n\r\n1\r\n--b--\r\n',
  ],
  [
    'an unknown transfer encoding',
    'multipart/form-data; boundary=b',
    part('name="a"\r\nContent-Transfer-Encoding: rot13', '1'),
  ],
  [
    'an unknown charset of a part',
    'multipart/form-data; boundary=b',
    part('name="a"\r\nContent-Type: text/plain; charset=klingon', '1'),
  ],
])('[GM10] multipart with %s is refused', async (_, type, body) => {
  expect((await ask({ type, body })).status).toBe(400)
})

test('[GM10] no bytes between boundaries bring the reader down', async () => {
  const bytes = uint8Array({ maxLength: 200 })
  await assert(
    asyncProperty(bytes, bytes, async (first, second) => {
      const body = Buffer.concat([
        Buffer.from('--b\r\n'),
        first,
        Buffer.from('\r\n\r\n'),
        second,
        Buffer.from('\r\n--b--\r\n'),
      ])
      expect([200, 400]).toContain((await ask({ type: 'multipart/form-data; boundary=b', body })).status)
    }),
    { numRuns: 100 },
  )
})

test('[GM11] a file is refused, whatever it is called', async () => {
  const type = 'multipart/form-data; boundary=b'
  const file = part('name="a"; filename="a.txt"\r\nContent-Type: text/plain', 'text')
  expect(await ask({ type, body: file })).toEqual({ status: 400, text: 'Files are not taken here: a' })
  expect((await ask({ type, body: part('name="a"; filename=""', '') })).status).toBe(400)
})

test.each([
  ['a urlencoded value', { type: formType, body: 'a=%FF' }],
  ['a raw urlencoded value', { type: formType, body: Buffer.from([0x61, 0x3d, 0xc3]) }],
  ['a JSON string', { type: 'application/json', body: Buffer.from('{"a":"\xff"}', 'latin1') }],
  [
    'a multipart value',
    { type: 'multipart/form-data; boundary=b', body: part('name="a"', Buffer.from([0xc3])) },
  ],
  [
    'a multipart name',
    {
      type: 'multipart/form-data; boundary=b',
      body: Buffer.from(part('name="a\u00ff"', '1').toString('utf8'), 'latin1'),
    },
  ],
  ['the query', { path: '/?a=%C3%28' }],
])('[GM12] invalid UTF-8 in %s is refused', async (_, request) => {
  expect((await ask(request)).status).toBe(400)
})

test.each(['{"a":', '[]', '"text"', '12', 'null', ' ', '{"a":1}}', '{a:1}', `${'{"a":'.repeat(50_000)}`])(
  '[GM13] JSON that is no object is refused: %.20s',
  async (body) => {
    expect((await ask({ type: 'application/json', body })).status).toBe(400)
  },
)

test('[GM14] a body of 1 MiB is read, one byte more is refused, and the connection goes on', async () => {
  const value = 'x'.repeat(60_000)
  const fill = (size: number) => {
    const start = Array.from({ length: 17 }, (_, index) => `f${index}=${value}`).join('&')
    return `${start}&z=${'y'.repeat(size - start.length - 3)}`
  }
  expect((await ask({ type: formType, body: fill(1024 * 1024) })).status).toBe(200)
  const tooLong = fill(1024 * 1024 + 1)
  expect((await ask({ type: formType, body: tooLong })).status).toBe(413)
  // Twice on one connection: both are answered.
  const request = { method: 'POST', path: '/', headers: { 'Content-Type': formType }, body: tooLong }
  const first = Buffer.from(rawRequest(url, request).toString().replace('Connection: close', 'X-Nothing: 1'))
  const { text } = await sendTwice(first, rawRequest(url, request))
  expect(text.match(/HTTP\/1\.1 413/g)).toHaveLength(2)
})

test('[GM14] a body without end is answered, and its connection closed', async () => {
  const { text } = await sendEndlessly()
  expect(text).toMatch(/^HTTP\/1\.1 413 /)
  expect(text).toMatch(/Connection: close/i)
})

test('[GM15] 200 fields are read and 201 refused, however they come', async () => {
  const names = (count: number) =>
    Array.from({ length: count }, (_, index): [string, string] => [`f${index}`, '1'])
  const bodies = (count: number): [string, Buffer | string][] => [
    [multipartType, multipartBody(names(count))],
    [formType, new URLSearchParams(names(count)).toString()],
    ['application/json', JSON.stringify(Object.fromEntries(names(count)))],
  ]
  for (const [type, body] of bodies(200)) expect((await ask({ type, body })).status, type).toBe(200)
  for (const [type, body] of bodies(201)) expect((await ask({ type, body })).status, type).toBe(400)
  for (const [type, body] of bodies(200))
    expect((await ask({ path: '/?q=1', type, body })).status, type).toBe(400)
})

test('[GM15] very many fields cost no time', async () => {
  expect((await ask({ type: formType, body: 'a&'.repeat(500_000) })).status).toBe(400)
  const tiny = '\r\n--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n'.repeat(15_000)
  expect((await ask({ type: 'multipart/form-data; boundary=b', body: `${tiny}\r\n--b--` })).status).toBe(400)
})

test('[GM16] a value of 64 KiB is read, a longer one refused, counted in bytes', async () => {
  const longest = '\u00fc'.repeat(32 * 1024)
  for (const [value, status] of [
    [longest, 200],
    [`${longest}x`, 400],
  ] as const) {
    expect((await ask({ type: multipartType, body: multipartBody([['a', value]]) })).status).toBe(status)
    expect((await ask({ type: formType, body: Buffer.from(`a=${value}`) })).status).toBe(status)
    expect((await ask({ type: 'application/json', body: JSON.stringify({ a: value }) })).status).toBe(status)
  }
})

test('[GM16] a name of 1 KiB is read, a longer or an empty one refused', async () => {
  expect((await ask({ type: formType, body: `${'n'.repeat(1024)}=1` })).status).toBe(200)
  expect((await ask({ type: formType, body: `${'n'.repeat(1025)}=1` })).status).toBe(400)
  expect((await ask({ type: formType, body: '=1' })).status).toBe(400)
})

test.each([
  ['text/plain', 'a=1'],
  ['application/xml', '<a/>'],
  ['multipart/mixed; boundary=b', part('name="a"', '1')],
  ['application/octet-stream', 'a'],
  [`${formType}; charset=utf-16`, 'a=1'],
  ['', 'a=1'],
])('[GM17] a body of type "%s" is refused', async (type, body) => {
  expect((await ask({ type, body })).status).toBe(415)
  expect((await ask({ body })).status).toBe(415)
})

test('[GM18] a body that never arrives completely is nobody\u2019s request', async () => {
  const { hostname, port } = new URL(url)
  const gone = once(server, 'gone') as Promise<[IncomingMessage]>
  const socket = connect(Number(port), hostname, () => {
    const request = {
      method: 'POST',
      path: '/',
      headers: { 'Content-Length': '100', 'Content-Type': formType },
    }
    socket.write(rawRequest(url, { ...request, body: 'a=1' }), () => socket.destroy())
  })
  const [request] = await gone
  expect(request.complete).toBe(false)
})

function sendTwice(first: Buffer, second: Buffer): Promise<{ text: string }> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = connect(Number(port), hostname, () => socket.write(first))
    socket.on('data', (chunk) => {
      if (text === '') socket.write(second)
      text += chunk.toString('latin1')
    })
    socket.on('error', reject)
    socket.on('end', () => resolve({ text }))
  })
}

function sendEndlessly(): Promise<{ text: string }> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${formType}\r\nContent-Length: 999999999\r\n\r\n`,
      )
      socket.write(Buffer.alloc(1024 * 1024 + 1_000_001, 'x'))
    })
    socket.on('data', (chunk) => (text += chunk.toString('latin1')))
    // The server hangs up while we are still talking.
    socket.on('error', () => {})
    socket.on('close', () => resolve({ text }))
  })
}
