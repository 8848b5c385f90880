import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { tabsOf } from './detail-tabs.ts'
import { renderCode } from './request-code.ts'
import { detailOf } from './traffic-samples.ts'

const body = 'a "b" \\ $c \r\n\u0001 ä\u2028 ${d}'
const detail = detailOf({
  method: 'PUT',
  path: '/genesys/1/x?a=1',
  requestHeaders: [
    ['Host', 'h'],
    ['gms_user', 'me'],
    ['Content-Type', 'text/plain'],
  ],
  requestBody: body,
})
const code = (language: 'fetch' | 'kotlin' | 'swift') => renderCode(detail, 'http://h', language) ?? ''

test('fetch is called with method, headers and body byte for byte', async () => {
  const called: unknown[] = []
  const fetch = (...words: unknown[]) => {
    called.push(...words)
    return Promise.resolve({ status: 200, text: () => Promise.resolve('') })
  }
  await runInNewContext(`(async () => { ${code('fetch')} })()`, { fetch, console: { log: () => {} } })
  expect(JSON.parse(JSON.stringify(called))).toEqual([
    'http://h/genesys/1/x?a=1',
    {
      method: 'PUT',
      headers: [
        ['gms_user', 'me'],
        ['Content-Type', 'text/plain'],
      ],
      body,
    },
  ])
})

test('Kotlin and Swift have the literal in their own way', () => {
  expect(code('kotlin')).toContain(
    String.raw`.method("PUT", "a \"b\" \\ \$c \r\n\u0001 ä\u2028 \${d}".toByteArray().toRequestBody("text/plain".toMediaType()))`,
  )
  expect(code('kotlin')).toContain('.addHeader("gms_user", "me")')
  expect(code('swift')).toContain(
    String.raw`request.httpBody = Data("a \"b\" \\ $c \r\n\u{0001} ä\u{2028} ${'$'}{d}".utf8)`,
  )
  expect(code('swift')).toContain('request.addValue("me", forHTTPHeaderField: "gms_user")')
})

test('a body that came without a type is sent without one', () => {
  const bare = (language: 'fetch' | 'kotlin' | 'swift') =>
    renderCode(detailOf({ requestBody: 'a=1' }), 'http://h', language) ?? ''
  const called: RequestInit[] = []
  const fetch = (_: string, init: RequestInit) => {
    called.push(init)
    return Promise.resolve({ status: 200, text: () => Promise.resolve('') })
  }
  void runInNewContext(`(async () => { ${bare('fetch')} })()`, {
    fetch,
    TextEncoder,
    console: { log: () => {} },
  })
  const [init] = called
  expect(new Request('http://h', init).headers.get('content-type')).toBeNull()
  expect(new TextDecoder().decode(init?.body as Uint8Array)).toBe('a=1')
  expect(bare('kotlin')).toContain('"a=1".toByteArray().toRequestBody(null)')
  expect(bare('swift')).toContain('request.setValue("", forHTTPHeaderField: "Content-Type")')
  expect(code('swift')).not.toContain('setValue')
})

test('bytes that are no UTF-8 are in the code as they came', () => {
  const bytes = (language: 'fetch' | 'kotlin' | 'swift') =>
    renderCode(detailOf({ requestBody: 'Gr\ufffd\ufffde', requestBase64: 'R3L832U=' }), 'http://h', language)
  const body = /body: (.*),\n/.exec(bytes('fetch') ?? '')?.[1] ?? ''
  expect([...(runInNewContext(body, { atob }) as Uint8Array)]).toEqual([0x47, 0x72, 0xfc, 0xdf, 0x65])
  expect(bytes('kotlin')).toContain('java.util.Base64.getDecoder().decode("R3L832U=").toRequestBody(null)')
  expect(bytes('swift')).toContain('request.httpBody = Data(base64Encoded: "R3L832U=")!')
})

test('OkHttp wants a body with POST and none with GET', () => {
  const kotlin = (method: string) => renderCode(detailOf({ method }), 'http://h', 'kotlin')
  expect(kotlin('POST')).toContain('.method("POST", "".toByteArray().toRequestBody(null))')
  expect(kotlin('GET')).toContain('.method("GET", null)')
})

test('a body that cannot be sent with GET is left out, and said to be; curl sends it', () => {
  const asked = detailOf({ method: 'GET', path: '/x', requestBody: 'a=1' })
  for (const language of ['fetch', 'kotlin', 'swift'] as const) {
    const got = renderCode(asked, 'http://h', language)
    expect(got).toMatch(/^\/\/ The request had a body\. None can be sent with GET here\.\n/)
    expect(got).not.toContain('a=1')
    expect(renderCode({ ...asked, requestBody: '' }, 'http://h', language)).not.toContain('// The')
  }
  expect(renderCode(asked, 'http://h', 'curl')).toContain("--data-raw 'a=1'")
})

test('CometD is asked by HTTP as well, and has its code; a body that was cut has none', () => {
  const comet = detailOf({ protocol: 'bayeux', path: '/genesys/cometd', requestBody: '[]' })
  expect(renderCode(comet, 'http://h', 'curl')).toContain('/genesys/cometd')
  expect(tabsOf(comet)).toContain('code')
  expect(renderCode({ ...comet, isRequestTruncated: true }, 'http://h', 'fetch')).toBeNull()
})

test('what is no request has no code', () => {
  expect(renderCode(detailOf({ kind: 'push' }), 'http://h', 'swift')).toBeNull()
  expect(tabsOf(detailOf({ kind: 'push' }))).not.toContain('code')
})
