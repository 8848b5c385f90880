import { execFile, spawnSync } from 'node:child_process'
import { connect } from 'node:net'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderCurl } from '../../components/wire/curl.ts'
import { startTester, type Tester } from '../testing.ts'
import { curlStandIn } from './curl-testing.ts'
import type { TrafficDetail, TrafficPage } from './contract.ts'

const run = promisify(execFile)
const bash = async (command: string) => (await run('bash', ['-c', command])).stdout
const hasCurl = spawnSync('bash', ['-c', 'curl --version']).status === 0

/** By curl itself, as they are pasted, where there is a bash and a curl; by its stand-in everywhere. */
const ways = [
  { way: 'a stand-in', paste: curlStandIn },
  ...(hasCurl ? [{ way: 'curl', paste: (command: string) => bash(`${command} --silent --show-error`) }] : []),
]

let tester: Tester
beforeAll(async () => {
  tester = await startTester()
})
afterAll(() => tester.close())

interface Asked {
  readonly method?: string
  readonly path: string
  readonly type?: string
  readonly body?: string | Buffer
}

const starts = '/genesys/1/service/callback/chat-delay'
const form = ['--b', 'Content-Disposition: form-data; name="_customer_number"', '', '408'].join('\r\n')
const file = [
  '--b',
  'Content-Disposition: form-data; name="photo"; filename="a.bin"',
  'Content-Type: application/octet-stream',
  '',
  '\xff\0\xfe',
].join('\r\n')
const multipart = 'multipart/form-data; boundary=b'
const urlencoded = 'application/x-www-form-urlencoded'

const requests: [string, Asked, number][] = [
  ['GET', { method: 'GET', path: '/genesys/1/phonenumber?number=%2B1408' }, 200],
  ['GET of nothing, with brackets', { method: 'GET', path: '/genesys/1/nothing?ids=[1,2]' }, 404],
  ['multipart', { path: starts, type: multipart, body: `${form}\r\n--b--\r\n` }, 200],
  ['the empty form', { path: starts, type: multipart, body: '--b--\r\n' }, 400],
  ['urlencoded', { path: starts, type: urlencoded, body: "_customer_number=1&usr_reason=it's%20$5" }, 200],
  [
    'JSON',
    { path: starts, type: 'application/json', body: '{"_customer_number":"1","usr_reason":"Grüße"}' },
    200,
  ],
  ['JSON that breaks', { path: starts, type: 'application/json', body: '{"_customer_number":"1",}' }, 400],
  ['a body without a type', { path: starts, body: '_customer_number=1' }, 415],
  ['a body that looks like a file', { path: starts, type: urlencoded, body: '@x=1&_customer_number=1' }, 200],
  [
    'Latin-1',
    {
      path: starts,
      type: multipart,
      body: Buffer.from(
        `${form}\r\n${form.replace('_customer_number', 'usr_reason')}\xfc\r\n--b--\r\n`,
        'latin1',
      ),
    },
    400,
  ],
  [
    'a file with a NUL',
    { path: starts, type: multipart, body: Buffer.from(`${form}\r\n${file}\r\n--b--\r\n`, 'latin1') },
    400,
  ],
]

/** Sends exactly this: a client of HTTP would add a type to a body that has none. */
function sendRaw({ method = 'POST', path, type, body = '' }: Asked): Promise<void> {
  const head = [
    `${method} ${path} HTTP/1.1`,
    'Host: tester',
    'gms_user: u1',
    ...(type === undefined ? [] : [`Content-Type: ${type}`]),
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(tester.url).port), '127.0.0.1', () => {
      socket.write(`${head.join('\r\n')}\r\n\r\n`)
      socket.write(body)
    })
    socket.on('close', () => resolve())
    socket.on('error', reject)
    socket.resume()
  })
}

/** The newest row, as soon as it has its answer. */
async function newest(after: number): Promise<TrafficDetail> {
  for (;;) {
    const { items } = (await tester.api('GET', `/traffic?after=${after}`)).body as TrafficPage
    const row = items.find(({ kind, durationMillis }) => kind === 'exchange' && durationMillis !== null)
    if (row !== undefined) return (await tester.api('GET', `/traffic/${row.number}`)).body as TrafficDetail
  }
}

/** What an answer has in it, whatever the values are. */
const shapeOf = (text: string): unknown => {
  try {
    return Object.keys(JSON.parse(text) as object).toSorted()
  } catch {
    return text
  }
}

describe.each(ways)('by $way', ({ paste }) => {
  test.each(requests)('a pasted command is answered as the request was: %s', async (_, asked, status) => {
    const next = async () => ((await tester.api('GET', '/traffic?after=999999999')).body as TrafficPage).next
    const before = await next()
    await sendRaw(asked)
    const original = await newest(before)
    expect(original.status).toBe(status)

    const again = await next()
    const stdout = await paste(renderCurl(original, tester.url) ?? '')
    const pasted = await newest(again)
    const [head = '', ...body] = stdout.replace(/^HTTP\/1\.1 100 .*\r\n\r\n/, '').split('\r\n\r\n')
    expect(Number(head.split(' ')[1])).toBe(status)
    expect(shapeOf(body.join('\r\n\r\n'))).toEqual(shapeOf(original.responseBody))
    expect(pasted).toMatchObject({
      method: original.method,
      path: original.path,
      status,
      requestBytes: original.requestBytes,
      requestBody: original.requestBody,
      requestBase64: original.requestBase64,
    })
  })
})
