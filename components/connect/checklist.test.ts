import { expect, test } from 'vitest'
import type { TimelineItem, TrafficSummary } from '../../server/tester/contract.ts'
import { exchange } from '../wire/traffic-samples.ts'
import { checklistOf, checkNames } from './checklist.ts'
import { clientsOf } from './clients.ts'

const comet = (number: number, note: string, changes: Partial<TrafficSummary> = {}) =>
  exchange(number, { protocol: 'bayeux', serviceId: null, path: '/genesys/cometd', note, ...changes })
const frame = (number: number, method: string, note: string, changes: Partial<TrafficSummary> = {}) =>
  comet(number, note, { kind: 'frame', method, path: note.split(/, |: /)[0] ?? '', status: null, ...changes })
const rest = (number: number, note: string, changes: Partial<TrafficSummary> = {}) =>
  exchange(number, { note, ...changes })
const push = (number: number, changes: Partial<TrafficSummary> = {}) =>
  exchange(number, {
    kind: 'push',
    actor: 'server',
    protocol: 'bayeux',
    note: 'service.agentavailable.369-a to 1 session',
    status: null,
    ...changes,
  })

const wholeFlow = [
  comet(1, '/meta/handshake'),
  comet(2, '/meta/subscribe, /meta/connect'),
  rest(3, 'start callback'),
  push(4),
  comet(5, '/meta/connect → /_genesys', { serviceId: '369-a' }),
  rest(6, 'connect'),
  rest(7, 'ixn/chat'),
  rest(8, 'ixn/chat/send'),
  comet(9, '/meta/connect → /_genesys', { serviceId: '369-a' }),
]

/** What happened to the callback: each type goes back to a row of the wire. */
const timelineOf = (...events: readonly [type: string, traffic: number | null][]): TimelineItem[] =>
  events.map(([type, traffic], index) => ({
    number: index + 1,
    at: exchange(traffic ?? 1).centreAt,
    type,
    text: '',
    phrase: { key: '', values: {} },
    cause: null,
    traffic,
  }))

const checks = (rows: readonly TrafficSummary[], timeline: readonly TimelineItem[] = []) =>
  checklistOf(clientsOf(rows, new Set())[0] ?? null, timeline)
const check = (rows: readonly TrafficSummary[], name: string, timeline: readonly TimelineItem[] = []) =>
  checks(rows, timeline).find((each) => each.name === name)

test('nothing is seen of nobody', () => {
  expect(checks([]).map(({ name, state }) => `${name} ${state}`)).toEqual(
    checkNames.map((name) => `${name} open`),
  )
})

test('every step turns green at the row that shows it', () => {
  expect(checks(wholeFlow).map(({ name, state, row }) => `${name} ${state} ${row}`)).toEqual([
    'start done 3',
    'user done 3',
    'comet done 1',
    'subscribe done 2',
    'push done 5',
    'connect done 6',
    'chat done 7',
    'message done 8',
    'delivery done 9',
  ])
  for (const [index] of wholeFlow.entries()) {
    const done = (rows: readonly TrafficSummary[]) =>
      checks(rows).filter(({ state }) => state === 'done').length
    expect(done(wholeFlow.slice(0, index + 1))).toBeGreaterThanOrEqual(done(wholeFlow.slice(0, index)))
  }
})

test('frames of a WebSocket count as exchanges of long-polling do', () => {
  const rows = [
    frame(1, 'SEND', '/meta/handshake', { user: null }),
    frame(2, 'RECEIVE', '/meta/handshake', { actor: 'server' }),
    frame(3, 'SEND', '/meta/subscribe'),
    frame(4, 'RECEIVE', '/meta/subscribe', { actor: 'server' }),
    rest(5, 'start callback'),
    push(6),
    frame(7, 'RECEIVE', '/_genesys', { actor: 'server', serviceId: '369-a' }),
  ]
  expect(checks(rows).map(({ name, state, row }) => `${name} ${state} ${row}`)).toEqual([
    'start done 5',
    'user done 5',
    'comet done 2',
    'subscribe done 3',
    'push done 7',
    ...['connect', 'chat', 'message', 'delivery'].map((name) => `${name} open null`),
  ])
})

test('a subscription that is refused over a WebSocket is none, and one that goes well later is', () => {
  const refused = [
    rest(1, 'start callback'),
    frame(2, 'SEND', '/meta/subscribe'),
    frame(3, 'RECEIVE', '/meta/subscribe: 403::Forbidden', { actor: 'server', cause: 2, isRefused: true }),
  ]
  expect(check(refused, 'subscribe')).toMatchObject({ state: 'open' })
  const again = [...refused, frame(4, 'SEND', '/meta/subscribe')]
  expect(check(again, 'subscribe')).toMatchObject({ state: 'done', row: 4 })
})

test('who polls needs no push, and has heard of the agent with the poll that brought it', () => {
  const rows = [
    rest(1, 'start callback'),
    rest(2, 'retrieve-notifications'),
    rest(4, 'retrieve-notifications'),
    rest(5, 'connect'),
  ]
  const waiting = timelineOf(['callback-queued', 1])
  expect(check(rows, 'push', waiting)).toMatchObject({ state: 'open' })
  const fetched = [...waiting, ...timelineOf(['agent-available', 3], ['notification-delivered', 4])]
  expect(check(rows, 'push', fetched)).toMatchObject({ state: 'done', row: 4 })
  expect(check(rows, 'subscribe', fetched)).toMatchObject({ state: 'open' })
  const mail = timelineOf(['notification-delivered', 2], ['agent-available', 3])
  expect(check(rows, 'push', mail)).toMatchObject({ state: 'open' })
})

test('a refresh hears of nothing before the agent has joined', () => {
  const rows = [rest(1, 'start callback'), rest(2, 'ixn/chat'), rest(3, 'ixn/chat/refresh')]
  expect(check(rows, 'delivery', timelineOf(['chat-created', 2]))).toMatchObject({ state: 'open' })
  const joined = timelineOf(['chat-created', 2], ['agent-connected', 4])
  expect(check(rows, 'delivery', joined)).toMatchObject({ state: 'open' })
  const later = [...rows, rest(5, 'ixn/chat/refresh')]
  expect(check(later, 'delivery', joined)).toMatchObject({ state: 'done', row: 5 })
  expect(check(later, 'delivery', timelineOf(['agent-connected', null]))).toMatchObject({ state: 'done' })
})

const lost = { note: 'service.agentavailable.369-a to 1 session, lost' }

test('an announcement that is lost is none, and the next one that arrives is', () => {
  const rows = [
    rest(1, 'start callback'),
    push(2, lost),
    comet(3, '/meta/connect → /_genesys', { serviceId: '369-a' }),
  ]
  expect(check(rows, 'push')).toMatchObject({ state: 'wrong', problem: 'push-lost', row: 2 })
  expect(check([...rows, push(4)], 'push')).toMatchObject({ state: 'done', row: 4 })
})

test('an announcement that waits is none, and a later one that arrives is', () => {
  const waits = [rest(1, 'start callback'), push(2, { durationMillis: null })]
  expect(check([...waits, push(3)], 'push')).toMatchObject({ state: 'done', row: 3 })
})

const nameless = { user: null, serviceId: null }

test.each<[string, string, TrafficSummary[], number]>([
  ['start', 'start-refused', [rest(1, 'start callback', { serviceId: null, status: 400 })], 1],
  ['user', 'start-without-user', [rest(1, 'start callback', { user: null })], 1],
  ['comet', 'handshake-without-user', [comet(1, '/meta/handshake', nameless)], 1],
  [
    'subscribe',
    'subscribed-late',
    [rest(1, 'start callback'), rest(2, 'connect'), comet(3, '/meta/subscribe')],
    3,
  ],
  [
    'subscribe',
    'never-subscribed',
    [rest(1, 'start callback'), comet(2, '/meta/connect'), rest(3, 'connect')],
    3,
  ],
  [
    'subscribe',
    'never-subscribed',
    [
      rest(1, 'start callback'),
      comet(2, '/meta/subscribe: 402::Unknown client', { isRefused: true }),
      rest(3, 'connect'),
    ],
    3,
  ],
  [
    'subscribe',
    'never-subscribed',
    [
      rest(1, 'start callback'),
      frame(2, 'SEND', '/meta/subscribe'),
      frame(3, 'RECEIVE', '/meta/subscribe: 403::Forbidden', { actor: 'server', cause: 2, isRefused: true }),
      rest(4, 'connect'),
    ],
    4,
  ],
  ['push', 'push-not-taken', [rest(1, 'start callback'), push(2, { durationMillis: null })], 2],
  ['connect', 'connect-refused', [rest(1, 'start callback'), rest(2, 'connect', { status: 503 })], 2],
  ['chat', 'chat-refused', [rest(1, 'start callback'), rest(2, 'ixn/chat', { status: 503 })], 2],
  ['message', 'message-refused', [rest(1, 'start callback'), rest(2, 'ixn/chat/send', { status: 400 })], 2],
])('%s: %s', (name, problem, rows, row) => {
  expect(check(rows, name)).toEqual({ name, state: 'wrong', problem, row })
})

test('what was refused and then went well is well; a new callback begins anew', () => {
  const retried = [rest(1, 'start callback'), rest(2, 'connect', { status: 503 }), rest(3, 'connect')]
  expect(check(retried, 'connect')).toMatchObject({ state: 'done', row: 3 })
  const again = [...wholeFlow, rest(10, 'start callback', { serviceId: '369-b' })]
  expect(check(again, 'start')).toMatchObject({ state: 'done', row: 10 })
  expect(check(again, 'connect')).toMatchObject({ state: 'open' })
  expect(check(again, 'delivery')).toMatchObject({ state: 'open' })
})
