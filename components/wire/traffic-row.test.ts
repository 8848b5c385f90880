import { expect, test } from 'vitest'
import {
  causeAndNote,
  laneLetter,
  laneOf,
  noteBeside,
  shortDuration,
  shortId,
  splitPath,
  wordOf,
} from './traffic-row.ts'
import { eventRow, exchange } from './traffic-samples.ts'

test('the word says what crossed', () => {
  expect(wordOf(exchange(1))).toBe('REST')
  expect(wordOf(exchange(1, { protocol: 'bayeux' }))).toBe('COMET')
  expect(wordOf(exchange(1, { protocol: 'bayeux', isHeld: true }))).toBe('HOLD')
  expect(wordOf(exchange(1, { kind: 'frame', method: 'SEND' }))).toBe('SEND')
  expect(wordOf(exchange(1, { kind: 'frame', method: 'RECEIVE' }))).toBe('RECV')
  expect(wordOf(exchange(1, { kind: 'push' }))).toBe('PUSH')
  expect(wordOf(eventRow(1))).toBe('EVENT')
})

test('the tester’s controls play the queue where they touch it', () => {
  expect(laneOf(exchange(1, { actor: 'tester', path: '/gmstester/api/queues/VQ_Chat/callers' }))).toBe(
    'queue',
  )
  expect(laneOf(exchange(1, { actor: 'tester', path: '/gmstester/api/clock' }))).toBe('server')
  expect(laneOf(exchange(1, { actor: 'agent' }))).toBe('agent')
})

test('[TA125] an event stands in the lane of who does what it tells, with its type and its sentence', () => {
  expect((['queue', 'agent', 'server'] as const).map((actor) => laneOf(eventRow(1, { actor })))).toEqual([
    'queue',
    'agent',
    'server',
  ])
  expect(laneLetter(eventRow(1, { user: 'user-b' }), new Map([['user-b', 'B']]))).toBe('Q')
  expect(causeAndNote(eventRow(41, { cause: 40 }))).toBe('← #40 anna did not accept the chat in time.')
})

test('a customer of the page has its own letter, another client none', () => {
  const letters = new Map([['user-b', 'B']])
  expect(laneLetter(exchange(1, { user: 'user-b' }), letters)).toBe('B')
  expect(laneLetter(exchange(1, { user: 'somebody' }), letters)).toBe('')
  expect(laneLetter(exchange(1, { user: null }), letters)).toBe('')
  expect(laneLetter(exchange(1, { user: 'user-b', actor: 'server' }), letters)).toBe('S')
})

test('a path is cut before what is done', () => {
  expect(splitPath('/genesys/1/service/369-a/ixn/chat/send?x=/y')).toEqual({
    head: '/genesys/1/service/369-a',
    tail: '/ixn/chat/send?x=/y',
  })
  expect(splitPath('/genesys/1/service/callback/chat-delay').tail).toBe('/chat-delay')
  expect(splitPath('/meta/connect')).toEqual({ head: '/meta', tail: '/connect' })
  expect(splitPath('/_genesys')).toEqual({ head: '', tail: '/_genesys' })
  expect(splitPath('')).toEqual({ head: '', tail: '' })
})

test('durations and ids are short', () => {
  expect([4, 999, 1250, 9999, 30_000].map(shortDuration)).toEqual([
    '4 ms',
    '999 ms',
    '1.25 s',
    '10 s',
    '30 s',
  ])
  expect(shortId('369-166652d2-aed6-443c-9781-6bdff370f9a9')).toBe('…70f9a9')
  expect(shortId('369-a')).toBe('369-a')
})

test('a note stands beside the path only when it says more', () => {
  expect(noteBeside(exchange(1))).toBeNull()
  expect(
    noteBeside(exchange(1, { path: '/genesys/1/service/369-a/ixn/chat?x=1', note: 'ixn/chat' })),
  ).toBeNull()
  expect(noteBeside(exchange(1, { kind: 'frame', path: '/meta/connect', note: '/meta/connect' }))).toBeNull()
  expect(noteBeside(exchange(1, { path: '/genesys/1/service/callback/x', note: 'start callback' }))).toBe(
    'start callback',
  )
  expect(noteBeside(exchange(1, { kind: 'push', path: '/_genesys', note: 'agent.message.1' }))).toBe(
    'agent.message.1',
  )
  expect(
    noteBeside(exchange(1, { kind: 'frame', path: '/_genesys', note: '/_genesys, /meta/connect' })),
  ).toBe('+ /meta/connect')
  const refused = { path: '/meta/connect', note: '/meta/connect: 402::Unknown client' }
  expect(noteBeside(exchange(1, { kind: 'frame', ...refused }))).toBe('402::Unknown client')
})

test('what led to a row stands before its note', () => {
  const push = { kind: 'push', path: '/_genesys', note: 'service.agentavailable.1' } as const
  expect(causeAndNote(exchange(41, { ...push, cause: 40 }))).toBe('← #40 service.agentavailable.1')
  expect(causeAndNote(exchange(41, { ...push, note: '', cause: 40 }))).toBe('← #40')
  expect(causeAndNote(exchange(41, { ...push, cause: null }))).toBe('service.agentavailable.1')
  expect(causeAndNote(exchange(41, { note: '', cause: null }))).toBeNull()
})
