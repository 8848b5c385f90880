import { expect, test } from 'vitest'
import type { CallbackWireRow } from '../../server/tester/contract.ts'
import { eventRow, exchange } from '../wire/traffic-samples.ts'
import { recapOf } from './recap.ts'

const row = (number: number, changes: Partial<CallbackWireRow>): CallbackWireRow => ({
  ...exchange(number, changes),
  afterEvent: 0,
})

test('requests, pushes, polls and typing are counted apart, and only those of this callback', () => {
  const rows = [
    row(1, { note: 'start callback' }),
    row(2, { note: 'check-queue-position' }),
    row(3, { kind: 'push', actor: 'server', method: 'PUSH' }),
    row(4, { note: 'connect' }),
    row(5, { note: 'connect', serviceId: '369-b' }),
    row(6, { note: 'ixn/chat/startTyping' }),
    row(7, { note: 'ixn/chat/stopTyping' }),
    row(8, { note: 'retrieve-agent-notifications', actor: 'agent' }),
    row(9, { protocol: 'bayeux', serviceId: null, note: '/meta/handshake' }),
    row(10, { protocol: 'bayeux', note: '/meta/connect → /_genesys' }),
    row(11, { kind: 'push', actor: 'server', serviceId: '369-b' }),
    { ...eventRow(12), afterEvent: 0 },
  ]
  const { requests, pushes, polls, typing } = recapOf(rows, '369-a')
  expect(requests.map(({ number }) => number)).toEqual([1, 4])
  expect(pushes.map(({ number }) => number)).toEqual([3])
  expect([polls, typing]).toEqual([1, 2])
})
