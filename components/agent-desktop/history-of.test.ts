import { expect, test } from 'vitest'
import type { CallbackJson } from '../../server/tester/contract.ts'
import { historyOf } from './history-of.ts'

const callback = (id: string, changes: Partial<CallbackJson> = {}): CallbackJson => ({
  id,
  service: 'chat-delay',
  queue: 'VQ_Chat',
  target: 'Billing@StatServer.GA',
  state: 'COMPLETED',
  step: 'done',
  mediaType: 'chat',
  reason: 'AGENT_CONNECTED',
  user: 'u1',
  hasPush: true,
  isSynthetic: false,
  createdAt: '2026-01-01T12:00:00.000Z',
  desiredAt: '2026-01-01T12:00:00.000Z',
  expiresAt: '2026-01-02T12:00:00.000Z',
  announcement: null,
  snoozedUntil: null,
  waitingFor: null,
  waitingPhrase: null,
  properties: { _customer_number: '408-265 2649' },
  ...changes,
})
const ids = (one: CallbackJson, recent: CallbackJson[]) => historyOf(one, recent).map(({ id }) => id)

test('the same number is the same customer, however it is written and whoever asks', () => {
  const other = callback('b', { user: 'u2', properties: { _customer_number: '4082652649' } })
  const stranger = callback('c', { properties: { _customer_number: '555' } })
  expect(ids(callback('a'), [callback('a'), other, stranger])).toEqual(['b'])
})

test('without a number the user is the customer', () => {
  const bare = (id: string, user: string | null) => callback(id, { user, properties: {} })
  expect(ids(bare('a', 'u1'), [bare('b', 'u1'), bare('c', 'u2'), callback('d')])).toEqual(['b'])
  expect(ids(bare('a', null), [bare('b', null)])).toEqual([])
})

test('synthetic customers are in nobody’s history', () => {
  expect(ids(callback('a'), [callback('b', { isSynthetic: true })])).toEqual([])
})
