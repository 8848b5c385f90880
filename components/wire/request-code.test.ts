import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
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

test('OkHttp wants a body with POST and none with GET', () => {
  const kotlin = (method: string) => renderCode(detailOf({ method }), 'http://h', 'kotlin')
  expect(kotlin('POST')).toContain('.method("POST", "".toByteArray().toRequestBody(null))')
  expect(kotlin('GET')).toContain('.method("GET", null)')
})

test('what is no request has no code', () => {
  expect(renderCode(detailOf({ kind: 'push' }), 'http://h', 'swift')).toBeNull()
})
