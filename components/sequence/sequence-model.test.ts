import { expect, test } from 'vitest'
import type { CallbackDetailJson, CallbackWireRow, TimelineItem } from '../../server/tester/contract.ts'
import { eventRow, exchange } from '../wire/traffic-samples.ts'
import { sequenceOf } from './sequence-model.ts'

const at = (second: number) => `2026-01-05T10:00:${String(second).padStart(2, '0')}.000Z`

const event = (number: number, type: string, traffic: number | null, second = number): TimelineItem => ({
  number,
  at: at(second),
  type,
  text: '',
  phrase: { key: '', values: {} },
  cause: null,
  traffic,
})

const row = (
  number: number,
  afterEvent: number,
  changes: Partial<CallbackWireRow> = {},
): CallbackWireRow => ({
  ...exchange(number, changes),
  afterEvent,
})

const push = (number: number, afterEvent: number) =>
  row(number, afterEvent, {
    kind: 'push',
    actor: 'server',
    status: null,
    note: 'service.agentavailable.369-a to 1 session',
  })

/** The arrows in few words: `app>gms POST …/connect`. */
function drawn(
  timeline: TimelineItem[],
  rows: CallbackWireRow[],
  chat: CallbackDetailJson['chat'] = null,
): string[] {
  const callback = { id: '369-a', timeline, chat } as CallbackDetailJson
  return sequenceOf(callback, rows).map(({ from, to, says, count }) => {
    const what = 'wire' in says ? says.wire : says.event
    return `${from}>${to} ${what}${count > 1 ? ` ×${count}` : ''}`
  })
}

test('what a request leads to stands between the request and its answer', () => {
  expect(drawn([event(4, 'callback-confirmed', 7)], [row(7, 3)])).toEqual([
    'app>gms POST …/connect',
    'gms>urs callback-confirmed',
    'gms>app 200',
  ])
})

test('what an alarm brings later comes after the answer, and before its push', () => {
  const timeline = [event(4, 'callback-queued', 7), event(9, 'confirmation-missed', 7)]
  expect(
    drawn(timeline, [row(7, 3), row(8, 4, { note: 'x', path: '/genesys/1/service/369-a/x' }), push(9, 9)]),
  ).toEqual([
    'app>gms POST …/connect',
    'gms>urs callback-queued',
    'gms>app 200',
    'app>gms POST …/x',
    'gms>app 200',
    'gms>gms confirmation-missed',
    'gms>app PUSH service.agentavailable',
  ])
})

test('[TA125] what time does is drawn once, as the event that it is, though it is a row of the wire, too', () => {
  const missed = { ...eventRow(8), afterEvent: 5 }
  const timeline = [
    event(4, 'callback-confirmed', 7),
    event(5, 'chat-created', 7, 4),
    event(6, 'offer-missed', 8),
  ]
  expect(drawn(timeline, [row(7, 3), missed, push(9, 6)])).toEqual([
    'app>gms POST …/connect',
    'gms>urs callback-confirmed',
    'gms>chat chat-created',
    'gms>app 200',
    'agent>urs offer-missed',
    'gms>app PUSH service.agentavailable',
  ])
})

test('the same question with the same answer is drawn once, with its count', () => {
  const poll = { note: 'check-queue-position', path: '/genesys/1/service/369-a/check-queue-position' }
  const rows = [row(1, 0, poll), row(2, 0, poll), row(3, 0, poll), row(4, 0, { ...poll, status: 500 })]
  expect(drawn([], rows)).toEqual([
    'app>gms POST …/check-queue-position ×3',
    'gms>app 200 ×3',
    'app>gms POST …/check-queue-position',
    'gms>app 500',
  ])
})

test('what the customer says goes on to the agent, what the agent says comes back', () => {
  const line = (index: number, party: 'CLIENT' | 'AGENT') => ({
    index,
    type: 'text' as const,
    nickname: '',
    party,
    text: '',
    at: at(index),
  })
  const chat = { transcript: [line(1, 'CLIENT'), line(2, 'AGENT')] } as CallbackDetailJson['chat']
  const said = row(6, 4, {
    actor: 'agent',
    path: '/gmstester/api/agents/anna/interactions/369-a/message',
    note: 'agents/anna/interactions/369-a/message',
  })
  expect(drawn([event(4, 'message-said', null), event(5, 'message-said', 6)], [said], chat)).toEqual([
    'gms>chat message-passed',
    'chat>agent message-passed',
    'agent>chat anna: message',
    'chat>gms message-said',
  ])
})

test('typing, what carries pushes, and what other customers do are left out', () => {
  const rows = [
    row(1, 0, { note: 'ixn/chat/startTyping' }),
    row(2, 0, { protocol: 'bayeux', note: '/meta/connect' }),
    row(3, 0, { kind: 'frame' }),
    row(4, 0, { serviceId: '369-b' }),
    row(5, 0, { actor: 'tester', path: '/gmstester/api/clock', note: 'clock', serviceId: null }),
  ]
  expect(drawn([event(1, 'typing-changed', 1)], rows)).toEqual([])
})

test('a request that is not answered yet has no answer', () => {
  expect(drawn([], [row(1, 0, { status: null, durationMillis: null })])).toEqual(['app>gms POST …/connect'])
})

test('everything goes by the contact centre’s clock: what crossed the wire, too', () => {
  const callback = { id: '369-a', timeline: [event(1, 'callback-created', 1)], chat: null }
  const rows = [row(1, 0, { at: at(50), centreAt: at(1), note: 'start callback' })]
  const times = sequenceOf(callback as unknown as CallbackDetailJson, rows).map((arrow) => arrow.at)
  expect(new Set(times)).toEqual(new Set([at(1)]))
})
