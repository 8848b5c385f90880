import { expect, test } from 'vitest'
import type { CallbackWireRow, TimelineItem } from '../../server/tester/contract.ts'
import { eventRow, exchange } from '../wire/traffic-samples.ts'
import { recapOf } from './recap.ts'

const push = { kind: 'push', actor: 'server', method: 'PUSH', status: null } as const

const event = (number: number, type: string, traffic: number | null): TimelineItem => ({
  number,
  at: exchange(number).centreAt,
  type,
  text: '',
  phrase: { key: '', values: {} },
  cause: null,
  traffic,
})

const callback = { id: '369-a', timeline: [] as TimelineItem[] }

const row = (number: number, changes: Partial<CallbackWireRow>): CallbackWireRow => ({
  ...exchange(number, changes),
  afterEvent: 0,
})

test('requests, pushes, polls and typing are counted apart, and only those of this callback', () => {
  const rows = [
    row(1, { note: 'start callback' }),
    row(2, { note: 'check-queue-position' }),
    row(3, push),
    row(4, { note: 'connect' }),
    row(5, { note: 'connect', serviceId: '369-b' }),
    row(6, { note: 'ixn/chat/startTyping' }),
    row(7, { note: 'ixn/chat/stopTyping' }),
    row(8, { note: 'retrieve-agent-notifications', actor: 'agent' }),
    row(9, { protocol: 'bayeux', serviceId: null, note: '/meta/handshake' }),
    row(10, { protocol: 'bayeux', note: '/meta/connect → /_genesys' }),
    row(11, { ...push, serviceId: '369-b' }),
    { ...eventRow(12), afterEvent: 0 },
  ]
  const { requests, pushes, polls, typing } = recapOf(rows, callback)
  expect(requests.map(({ number }) => number)).toEqual([1, 4])
  expect(pushes.map(({ number }) => number)).toEqual([3])
  expect([polls, typing]).toEqual([1, 2])
})

test('a push that waits or is lost was not received', () => {
  const tag = 'service.agentavailable.369-a to'
  const rows = [
    row(1, { ...push, durationMillis: null, note: `${tag} 0 sessions` }),
    row(2, { ...push, note: `${tag} 1 session, lost` }),
    row(3, { ...push, note: `${tag} 1 session` }),
  ]
  expect(recapOf(rows, callback).pushes.map(({ number }) => number)).toEqual([3])
})

test('the news of an agent was polled where a poll after it has fetched something, and nowhere else', () => {
  const polls = [2, 4, 5].map((number) => row(number, { note: 'retrieve-notifications' }))
  const inLine = [event(1, 'callback-queued', 1)]
  expect(recapOf(polls, { ...callback, timeline: inLine }).fetchedBy).toBeNull()
  const timeline = [
    event(1, 'notification-delivered', 2),
    event(2, 'agent-available', 3),
    event(3, 'notification-delivered', 4),
  ]
  expect(recapOf(polls, { ...callback, timeline }).fetchedBy?.number).toBe(4)
})
