import { expect, test } from 'vitest'
import { eventRow, exchange } from './traffic-samples.ts'
import { queryExamples } from './wire-query-examples.ts'
import { filterRows, type CustomersByLetter } from './wire-query-match.ts'
import { parseQuery } from './wire-query.ts'

const rows = [
  exchange(41, { user: 'b16416', serviceId: '369-f9a9' }),
  exchange(42, {
    kind: 'push',
    protocol: 'bayeux',
    actor: 'server',
    method: 'PUSH',
    path: '/_genesys',
    status: null,
    durationMillis: 3,
    user: 'b16416',
    serviceId: '369-f9a9',
    note: 'service.agentavailable.369-f9a9 to 1 session',
  }),
  exchange(43, {
    protocol: 'bayeux',
    path: '/genesys/cometd',
    note: '/meta/connect',
    isHeld: true,
    status: null,
    durationMillis: null,
    serviceId: null,
  }),
  exchange(44, { user: 'user-b', serviceId: '369-b', status: 404 }),
  exchange(45, { user: null, actor: 'agent', serviceId: '369-f9a9', note: 'internal-notification' }),
  exchange(46, {
    user: null,
    actor: 'agent',
    path: '/genesys/1/service/369-f9a9/retrieve-agent-notifications',
    note: 'retrieve-agent-notifications',
  }),
  exchange(47, {
    kind: 'frame',
    protocol: 'bayeux',
    method: 'SEND',
    path: '/meta/connect',
    note: '/meta/connect',
    status: null,
    durationMillis: null,
    isHeartbeat: true,
    serviceId: null,
  }),
  exchange(48, { status: 500, durationMillis: 1, serviceId: '369-b', replayOf: 44 }),
  exchange(49, {
    status: null,
    durationMillis: 9,
    isPinned: true,
    comment: 'Why so LATE?',
    method: 'GET',
    serviceId: null,
  }),
]
const turnedAway = exchange(50, {
  protocol: 'bayeux',
  path: '/genesys/cometd',
  note: '/meta/connect: 402::Unknown client',
  isRefused: true,
})
const customers: CustomersByLetter = new Map([['A', { user: 'b16416', serviceId: '369-f9a9' }]])

const found = (text: string) => filterRows(rows, parseQuery(text), customers).map(({ number }) => number)

test('the documented queries find what they say', () => {
  expect(queryExamples.map(({ query }) => [query, found(query)])).toEqual([
    ['is:error', [44, 48, 49]],
    ['session:A', [41, 42, 45]],
    ['session:f9a9', [41, 42, 45]],
    ['status:4xx actor:customer', [44]],
    ['status:>=500', [48]],
    ['is:push chan:/_genesys', [42]],
    ['kind:event', []],
    ['is:held', [43]],
    ['actor:agent method:POST -path:retrieve', [45]],
    ['kind:rest,push -is:heartbeat', [41, 42, 44, 45, 46, 48, 49]],
    ['"agentavailable" user:b164', [42]],
  ])
  expect(queryExamples.every(({ query }) => parseQuery(query).problems.length === 0)).toBe(true)
})

test('what Bayeux refused in an answer of 200 is an error, by its words and its channel too', () => {
  const all = (text: string) =>
    filterRows([turnedAway], parseQuery(text), customers).map(({ number }) => number)
  for (const query of ['is:error', 'unknown', 'chan:/meta/connect', 'status:200'])
    expect(all(query), query).toEqual([50])
  expect(all('-is:error')).toEqual([])
})

test('a number, a word, a negation, several words: all must hold', () => {
  expect(found('#41')).toEqual([41])
  expect(found('AgentAvailable')).toEqual([42])
  expect(found('hold connect')).toEqual([43])
  expect(found('connect 404')).toEqual([44])
  expect(found('-connect')).toEqual([42, 46])
  expect(found('')).toEqual(rows.map(({ number }) => number))
})

test('a status is one, a hundred, a range, a bound, or none', () => {
  expect(found('status:404')).toEqual([44])
  expect(found('status:404,500')).toEqual([44, 48])
  expect(found('status:400-499')).toEqual([44])
  expect(found('status:<300')).toEqual([41, 45, 46])
  expect(found('status:>404')).toEqual([48])
  expect(found('status:<=404 -status:2XX')).toEqual([44])
  expect(found('status:none')).toEqual([42, 43, 47, 49])
})

test('kinds and qualities', () => {
  expect(found('kind:cometd')).toEqual([43, 47])
  expect(found('kind:hold,send')).toEqual([43, 47])
  expect(found('is:heartbeat')).toEqual([47])
  expect(found('is:replay')).toEqual([48])
  expect(found('is:pinned')).toEqual([49])
  expect(found('is:noted')).toEqual([49])
  expect(found('"so late"')).toEqual([49])
  expect(found('is:fault')).toEqual([48])
  expect(found('is:unmatched')).toEqual([44])
  expect(found('chan:/meta/')).toEqual([43, 47])
  expect(found('chan:connect')).toEqual([43, 47])
})

test('[TA125] events are a kind of their own, are found by type and sentence, and are no errors', () => {
  const all = [...rows, eventRow(70, { user: 'b16416', serviceId: '369-f9a9' })]
  const numbers = (text: string) => filterRows(all, parseQuery(text), customers).map(({ number }) => number)
  for (const query of ['kind:event', 'actor:queue', 'path:offer-missed', '"did not accept"', 'method:event'])
    expect(numbers(query), query).toEqual([70])
  expect(numbers('session:A')).toEqual([41, 42, 45, 70])
  expect(numbers('kind:event is:error')).toEqual([])
  expect(numbers('kind:cometd')).toEqual([43, 47])
})

test('what is rendered and not sent is a kind of its own, by provider', () => {
  const sent = (method: string, number: number) =>
    exchange(number, { kind: 'unsent', actor: 'server', method, status: null, note: 'x, rendered, not sent' })
  const all = [...rows, sent('FCM', 60), sent('APNS', 61), sent('DEVICE', 62)]
  const numbers = (text: string) => filterRows(all, parseQuery(text), customers).map(({ number }) => number)
  expect(numbers('is:unsent')).toEqual([60, 61, 62])
  expect(numbers('kind:fcm')).toEqual([60])
  expect(numbers('kind:apns,device')).toEqual([61, 62])
  expect(numbers('kind:push,cometd')).toEqual([42, 43, 47])
})

test('what is quoted stays together, and may hold quotes', () => {
  expect(found('"to 1 session"')).toEqual([42])
  expect(found('user:"b16416"')).toEqual([41, 42])
  expect(parseQuery('"say \\"hi\\""').terms).toMatchObject([{ field: 'text', text: 'say "hi"' }])
})

const problemsOf = (text: string) =>
  parseQuery(text, 'AB').problems.map(({ code, from, to }) => `${code} at ${text.slice(from, to)}`)

test('a bad query says what is wrong, and where; the rest of it still counts', () => {
  expect(problemsOf('status:4yy')).toEqual(['status-unreadable at 4yy'])
  expect(problemsOf('is:error -is:hold')).toEqual(['unknown-value at hold'])
  expect(problemsOf('sesion:A')).toEqual(['unknown-field at sesion'])
  expect(problemsOf('-foo:1')).toEqual(['unknown-field at foo'])
  expect(problemsOf('path:"abc')).toEqual(['quote-open at "abc'])
  expect(problemsOf('actor: #41')).toEqual(['value-missing at actor:'])
  expect(problemsOf('a - b')).toEqual(['nothing-excluded at -'])
  expect(found('status:4xx foo:1')).toEqual([44])
})

test('a customer’s letter may be written small; one that nobody has, and next to nothing of an id, find nothing', () => {
  expect(found('session:a')).toEqual(found('session:A'))
  expect(found('session:a')).not.toEqual([])
  expect(found('session:a,369-b')).toEqual(found('session:A,369-b'))
  expect(problemsOf('session:b session:C is:push')).toEqual(['unknown-customer at C'])
  expect(problemsOf('-session:f9 session:…9 session:f9a')).toEqual([
    'id-too-short at f9',
    'id-too-short at …9',
  ])
})

test('a field that is nearly one is named', () => {
  const meant = (text: string) =>
    parseQuery(text).problems.map((problem) => 'meant' in problem && problem.meant)
  expect(['sesion:1', 'stauts:1', 'channel:1', 'sta:1', 'actr:1', 'xyz:1'].map(meant)).toEqual([
    ['session'],
    ['status'],
    ['chan'],
    ['status'],
    ['actor'],
    [null],
  ])
})

test('part of an id finds what its device sends that names no callback', () => {
  const log = [
    ...rows,
    exchange(50, { user: 'b16416', protocol: 'bayeux', note: '/meta/handshake', serviceId: null }),
    exchange(51, { user: 'b16416', serviceId: '369-c' }),
  ]
  const numbers = filterRows(log, parseQuery('session:f9a9'), customers).map(({ number }) => number)
  expect(numbers).toEqual([41, 42, 45, 50])
})
