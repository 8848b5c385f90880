import { expect, test } from 'vitest'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { journeyOf } from './journey.ts'

const at = (second: number) => `2026-01-05T10:00:${String(second).padStart(2, '0')}.000Z`

/** Of an event: what it says does not matter here. */
const nothingSaid = { text: '', phrase: { key: '', values: {} } }

const talking: CallbackDetailJson = {
  id: '369-1',
  service: 'chat-delay',
  queue: 'VQ_Chat',
  target: 'Billing@StatServer.GA',
  state: 'COMPLETED',
  step: 'talking',
  reason: 'AGENT_CONNECTED',
  user: null,
  hasPush: true,
  isSynthetic: false,
  mediaType: 'chat',
  desiredAt: at(1),
  createdAt: at(1),
  expiresAt: at(59),
  announcement: null,
  snoozedUntil: null,
  waitingFor: null,
  waitingPhrase: null,
  properties: {},
  timeline: [
    { number: 1, at: at(1), type: 'callback-queued', ...nothingSaid, cause: null, traffic: null },
    { number: 2, at: at(2), type: 'agent-available', ...nothingSaid, cause: null, traffic: null },
    { number: 3, at: at(5), type: 'agent-available', ...nothingSaid, cause: null, traffic: null },
    { number: 4, at: at(6), type: 'callback-confirmed', ...nothingSaid, cause: null, traffic: null },
    { number: 5, at: at(7), type: 'chat-created', ...nothingSaid, cause: null, traffic: null },
  ],
  chat: {
    sessionId: '0000YaADMWXM0013',
    state: 'talking',
    startedAt: at(7),
    endedAt: null,
    agents: ['anna'],
    position: 2,
    transcript: [
      { index: 1, type: 'joined', nickname: 'Bob', party: 'CLIENT', text: '', at: at(7) },
      { index: 2, type: 'joined', nickname: 'Anna', party: 'AGENT', text: '', at: at(9) },
    ],
  },
}

test('without a callback all seven nodes are still to come', () => {
  expect(journeyOf(null).map(({ status, at }) => [status, at])).toEqual(
    Array.from({ length: 7 }, () => ['future', null]),
  )
})

test('each node shows when it was reached, an announcement its last time', () => {
  expect(journeyOf(talking).map(({ at }) => at?.slice(17, 19) ?? null)).toEqual([
    '01',
    '01',
    '05',
    '06',
    '07',
    '09',
    null,
  ])
})

test('nodes of the past show the state they had, the current one the state there is', () => {
  expect(journeyOf(talking).map(({ state }) => state)).toEqual([
    'QUEUED',
    'QUEUED',
    'QUEUED',
    'ROUTING',
    'ROUTING',
    'COMPLETED',
    null,
  ])
})

test('exactly one node is current', () => {
  expect(journeyOf(talking).filter(({ status }) => status === 'current')).toMatchObject([{ step: 'talking' }])
})

test('a callback that ended without a chat was never at the nodes it skipped', () => {
  const cancelled = { ...talking, step: 'done', chat: null, timeline: talking.timeline.slice(0, 1) } as const
  const nodes = journeyOf({
    ...cancelled,
    timeline: [
      ...cancelled.timeline,
      { number: 9, at: at(20), type: 'callback-completed', ...nothingSaid, cause: null, traffic: null },
    ],
  })
  expect(nodes.map(({ at }) => at !== null)).toEqual([true, true, false, false, false, false, true])
})

test('each node names the event that reached it', () => {
  expect(journeyOf(talking).map(({ event }) => event)).toEqual([1, 1, 3, 4, 5, null, null])
})

const cut = (...types: string[]): CallbackDetailJson['timeline'] =>
  types.map((type, index) => ({
    number: index + 1,
    at: at(index + 1),
    type,
    ...nothingSaid,
    cause: null,
    traffic: null,
  }))

test.each([
  ['agent-available', ['callback-queued', 'agent-available', 'confirmation-missed'], 'notConfirmed'],
  ['agent-available', ['callback-queued', 'agent-available', 'announcement-lapsed'], 'agentGone'],
  ['agent-available', ['agent-available', 'confirmation-missed', 'agent-available'], undefined],
  ['chat-created', ['chat-created', 'agent-offered', 'offer-missed'], 'missed'],
  ['chat-created', ['chat-created', 'offer-declined', 'agent-offered'], undefined],
] as const)('what goes wrong is told at %s until it is made good: %j', (step, types, kind) => {
  const nodes = journeyOf({ ...talking, timeline: cut(...types) })
  expect(nodes.find((node) => node.step === step)?.mishap?.kind).toBe(kind)
})

test.each([
  ['CANCELLED_BY_ADMIN', 'cancelled'],
  ['FAIL_USER_NO_CONFIRM', 'notConfirmed'],
  ['FAIL_TIMEOUT_TTL', 'timeOut'],
  ['FAIL_QUEUEING', 'failed'],
  ['AGENT_CONNECTED', undefined],
] as const)('a callback that ended with %s says so at the end', (reason, kind) => {
  const over = {
    ...talking,
    step: 'done',
    reason,
    timeline: cut('callback-queued', 'callback-completed'),
  } as const
  expect(journeyOf(over).at(-1)?.mishap?.kind).toBe(kind)
})
