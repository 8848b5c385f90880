import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { renderCurl, whyNoCode } from './curl.ts'
import { detailOf as detail } from './traffic-samples.ts'

/** What the shell makes of the command's words. */
function wordsOf(command: string): string[] {
  const printed = execFileSync('bash', ['-c', command.replace(/^curl/, "printf '%s\\0'")])
  return printed.toString('utf8').split('\0').slice(0, -1)
}

test('method, address, headers and body reach curl byte for byte', () => {
  const body =
    '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nit\'s 5\\n 100 % é\t\u0001\r\n--b--\r\n'
  const command = renderCurl(
    detail({
      path: "/genesys/1/service/callback/chat-delay?a='b'",
      requestHeaders: [
        ['Host', 'localhost:8080'],
        ['gms_user', "o'hara"],
        ['Content-Type', 'multipart/form-data; boundary=b'],
        ['Content-Length', '72'],
      ],
      requestBody: body,
    }),
    'http://localhost:8080',
  )
  expect(wordsOf(command ?? '')).toEqual([
    '-i',
    '-X',
    'POST',
    "http://localhost:8080/genesys/1/service/callback/chat-delay?a='b'",
    '-H',
    "gms_user: o'hara",
    '-H',
    'Content-Type: multipart/form-data; boundary=b',
    '--data-raw',
    body,
  ])
})

test('a body that begins with @ is no file, and one without a type is given none', () => {
  expect(
    wordsOf(renderCurl(detail({ path: '/x', requestBody: '@/etc/hostname' }), 'http://h') ?? ''),
  ).toEqual(['-i', '-X', 'POST', 'http://h/x', '-H', 'Content-Type:', '--data-raw', '@/etc/hostname'])
})

test('what curl would make something else of is said so that it does not', () => {
  const head = renderCurl(detail({ method: 'HEAD', path: '/a/../b?ids=[1]' }), 'http://h')
  expect(head).toBe("curl --head --globoff --path-as-is 'http://h/a/../b?ids=[1]'")
  const empty = renderCurl(detail({ path: '/x', requestHeaders: [['X-Empty', '']] }), 'http://h')
  expect(empty).toContain("-H 'X-Empty;'")
  const odd = detail({ path: '/x', requestHeaders: [['X-Odd', '\xc3\xbc']] })
  expect(wordsOf(renderCurl(odd, 'http://h') ?? '').at(-1)).toBe('X-Odd: ü')
})

test('a request without a body sends none', () => {
  expect(renderCurl(detail({ method: 'GET', path: '/x' }), 'http://h')).toBe("curl -i -X GET 'http://h/x'")
})

test('frames, pushes and the opening of a WebSocket have no curl', () => {
  expect(renderCurl(detail({ kind: 'frame', method: 'SEND' }), 'http://h')).toBeNull()
  expect(renderCurl(detail({ kind: 'push', method: 'PUSH' }), 'http://h')).toBeNull()
  expect(renderCurl(detail({ kind: 'event', method: 'EVENT' }), 'http://h')).toBeNull()
  expect(renderCurl(detail({ requestHeaders: [['Upgrade', 'websocket']] }), 'http://h')).toBeNull()
  expect(whyNoCode(detail({ kind: 'frame' }))).toBe('none')
})

test('of a body that was not kept whole nothing is made that looks whole', () => {
  const cut = detail({ requestBody: 'a', isTruncated: true, isRequestTruncated: true })
  expect(renderCurl(cut, 'http://h')).toBeNull()
  expect(whyNoCode(cut)).toBe('truncated')
  expect(whyNoCode(detail({ isTruncated: true, isResponseTruncated: true }))).toBeNull()
})
