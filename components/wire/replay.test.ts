import { expect, test } from 'vitest'
import { detailOf } from './traffic-samples.ts'
import {
  changedBy,
  draftOf,
  draftProblem,
  headersOfText,
  headersToText,
  isReplayable,
  leftOut,
  replayRequest,
  whyNotReplayed,
} from './replay.ts'

const detail = detailOf({
  number: 41,
  requestHeaders: [
    ['Host', 'localhost:8080'],
    ['gms_user', 'user-a'],
    ['Cookie', 'JSESSIONID=1'],
    ['Sec-Fetch-Mode', 'cors'],
    ['Content-Type', 'multipart/form-data; boundary=b'],
    ['Content-Length', '9'],
    ['X-GMS-Test-Replay', '7'],
  ],
  requestBody: '--b--\r\nä',
})

test('a request is sent again with what a browser may send, and says what it repeats', () => {
  const [path, init] = replayRequest(draftOf(detail), 41)
  expect(path).toBe('/genesys/1/service/369-a/connect')
  expect(init.headers).toEqual([
    ['gms_user', 'user-a'],
    ['Content-Type', 'multipart/form-data; boundary=b'],
    ['x-gms-test-replay', '41'],
  ])
  expect(init).toMatchObject({ method: 'POST', credentials: 'omit' })
  expect(new TextDecoder().decode(init.body as Uint8Array)).toBe('--b--\r\nä')
  expect(() => new Request(`http://localhost${path}`, init)).not.toThrow()
})

test('a request whose row belongs to an earlier log is said to repeat none', () => {
  const [, init] = replayRequest(draftOf(detail), null)
  expect(init.headers).toEqual([
    ['gms_user', 'user-a'],
    ['Content-Type', 'multipart/form-data; boundary=b'],
  ])
})

test('bytes that are no UTF-8 are sent as they came, whatever is edited beside them', () => {
  const latin1 = detailOf({ requestBody: 'Gr\ufffd\ufffde', requestBase64: 'R3L832U=' })
  const sent = (change: object) => [
    ...(replayRequest({ ...draftOf(latin1), ...change }, 1)[1].body as Uint8Array),
  ]
  expect(sent({})).toEqual([0x47, 0x72, 0xfc, 0xdf, 0x65])
  expect(sent({ path: '/genesys/other', body: 'Gr' })).toEqual([0x47, 0x72, 0xfc, 0xdf, 0x65])
})

test('what is left out is named', () => {
  expect(leftOut(detail.requestHeaders)).toEqual(['Host', 'Cookie', 'Sec-Fetch-Mode', 'Content-Length'])
})

test('what a browser says of itself as any client does is not missing from a repetition', () => {
  expect(changedBy(detail.requestHeaders)).toEqual(['Cookie'])
  expect(changedBy([['User-Agent', 'okhttp/4.12']])).toEqual(['User-Agent'])
})

test('a GET has no body', () => {
  const [, init] = replayRequest({ ...draftOf(detail), method: 'GET' }, 41)
  expect(init.body).toBeUndefined()
})

test('only requests by REST can be sent again', () => {
  expect(isReplayable(detail)).toBe(true)
  expect(isReplayable({ kind: 'exchange', protocol: 'bayeux' })).toBe(false)
  expect(isReplayable({ kind: 'push', protocol: 'bayeux' })).toBe(false)
  expect(isReplayable({ kind: 'event', protocol: 'centre' })).toBe(false)
})

test('a draft says what keeps it from being sent', () => {
  const problem = (change: object) => draftProblem({ ...draftOf(detail), ...change })
  expect(problem({})).toBeNull()
  expect(problem({ path: 'http://elsewhere/genesys' })).toEqual({ code: 'path', name: '' })
  expect(problem({ path: '//elsewhere/genesys' })).toEqual({ code: 'path', name: '' })
  expect(problem({ path: '/wire' })).toEqual({ code: 'path', name: '' })
  expect(problem({ method: 'no way' })).toEqual({ code: 'method', name: '' })
  expect(problem({ method: 'TRACE' })).toEqual({ code: 'method', name: '' })
  const bad = (name: string, value: string) =>
    problem({
      headers: [
        ['fine', 'ü'],
        [name, value],
      ],
    })
  expect(bad('a b', '1')).toEqual({ code: 'headerName', name: 'a b' })
  expect(bad('gms_user', 'Łukasz')).toEqual({ code: 'headerValue', name: 'gms_user' })
  expect(() => new Headers([['gms_user', 'Łukasz']])).toThrow('ByteString')
  expect(bad('gms_user', 'J\u00fcrgen')).toBeNull()
})

test('headers can be edited as lines', () => {
  const headers: [string, string][] = [
    ['A', '1: 2'],
    ['A', ''],
  ]
  expect(headersOfText(headersToText(headers))).toEqual(headers)
  expect(headersOfText('\n x :y\nz')).toEqual([
    ['x', 'y'],
    ['z', ''],
  ])
})

test('what cannot be sent again as it was has a reason of its own', () => {
  expect(whyNotReplayed(detail)).toBeNull()
  const cut = { isTruncated: true, isRequestTruncated: true }
  expect(whyNotReplayed({ ...detail, ...cut })).toBe('truncated')
  expect(whyNotReplayed({ ...detail, ...cut, kind: 'push' })).toBe('notReplayable')
  // Of what was answered nothing is sent.
  expect(whyNotReplayed({ ...detail, isTruncated: true, isResponseTruncated: true })).toBeNull()
})
