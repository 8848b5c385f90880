import { expect, test } from 'vitest'
import { bodyBytes } from './body-text.ts'
import { breakOf, headOf, hexLines, rawLines } from './raw-text.ts'
import { detailOf } from './traffic-samples.ts'

test('every line keeps its end, and headers their order, case and doubles', () => {
  const detail = detailOf({
    // Of an answer to HTTP/1.0.
    httpVersion: '1.0',
    statusLine: 'HTTP/1.1 200 All is well',
    responseHeaders: [
      ['Cache-Control', 'no-cache'],
      ['cache-control', 'no-store'],
    ],
  })
  expect(headOf(detail, 'request')).toBe('POST /genesys/1/service/369-a/connect HTTP/1.0\r\n\r\n')
  expect(headOf({ ...detail, kind: 'frame' }, 'response')).toBe('')
  const text = `${headOf(detail, 'response')}a\nb\rc\r\n\r\nd`
  expect(rawLines(text).map(({ text: words, end }) => [words, end])).toEqual([
    ['HTTP/1.1 200 All is well', '\r\n'],
    ['Cache-Control: no-cache', '\r\n'],
    ['cache-control: no-store', '\r\n'],
    ['', '\r\n'],
    ['a', '\n'],
    ['b', '\r'],
    ['c', '\r\n'],
    ['', '\r\n'],
    ['d', ''],
  ])
  expect(
    rawLines(text)
      .map(({ text: words, end, at }) => text.slice(at, at + words.length + end.length))
      .join(''),
  ).toBe(text)
  expect(rawLines('')).toEqual([])
})

const utf8 = (text: string) => bodyBytes(text, null)

test('bytes of a body are those of UTF-8, sixteen a line', () => {
  expect(hexLines('', utf8('ä\r\n0123456789abcdef'), 1000)).toEqual([
    { offset: '000000', hex: 'c3 a4 0d 0a 30 31 32 33 34 35 36 37 38 39 61 62', ascii: '····0123456789ab' },
    { offset: '000010', hex: '63 64 65 66', ascii: 'cdef' },
  ])
  expect(hexLines('', utf8('abcdef'), 2)).toEqual([{ offset: '000000', hex: '61 62', ascii: 'ab' }])
  expect(hexLines('abcdef', utf8('gh'), 2)).toEqual([{ offset: '000000', hex: '61 62', ascii: 'ab' }])
})

test('a head has a byte for each character, and a body that is no UTF-8 the bytes it came with', () => {
  expect(hexLines('\xfc', bodyBytes('Gr\ufffd\ufffde', 'R3L832U='), 1000).map(({ hex }) => hex)).toEqual([
    'fc 47 72 fc df 65',
  ])
})

test('only what should be JSON can break as JSON', () => {
  expect(breakOf('application/json', 'a=1')?.at).toBe(0)
  expect(breakOf('', '{"a":}')?.at).toBe(5)
  expect(breakOf('text/plain', 'a=1')).toBeNull()
  expect(breakOf('application/json', '')).toBeNull()
})
