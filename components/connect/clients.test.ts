import { expect, test } from 'vitest'
import type { TrafficSummary } from '../../server/tester/contract.ts'
import { eventRow, exchange } from '../wire/traffic-samples.ts'
import { clientsOf } from './clients.ts'

const own = new Set(['workbench-customer'])
const keys = (rows: Parameters<typeof clientsOf>[0]) => clientsOf(rows, own).map(({ key }) => key)

test('whoever was heard of last comes first, and the page’s own customers are left out', () => {
  const rows = [
    exchange(1, { user: 'phone' }),
    exchange(2, { user: 'workbench-customer' }),
    exchange(3, { user: 'tablet', serviceId: '369-b' }),
    exchange(4, { user: 'phone' }),
  ]
  expect(keys(rows)).toEqual(['phone', 'tablet'])
  expect(clientsOf(rows, own)[0]?.rows.map(({ number }) => number)).toEqual([1, 4])
})

test('[TA125] what time does to a callback is nothing that its client was heard with', () => {
  const rows = [
    exchange(1, { user: 'phone', serviceId: '369-a' }),
    exchange(2, { user: 'tablet', serviceId: '369-b' }),
    eventRow(3, { user: 'phone', serviceId: '369-a' }),
  ]
  expect(keys(rows)).toEqual(['tablet', 'phone'])
})

test('requests without gms_user belong to whoever is named with the same callback, else to the callback', () => {
  const rows = [
    exchange(1, { user: null, serviceId: '369-a', note: 'start callback' }),
    exchange(2, { user: 'phone', serviceId: '369-a', kind: 'push', actor: 'server' }),
    exchange(3, { user: null, serviceId: '369-b', note: 'start callback' }),
  ]
  expect(clientsOf(rows, own)).toMatchObject([
    { key: '369-b', user: null },
    { key: 'phone', user: 'phone', rows: [{ number: 1 }, { number: 2 }] },
  ])
})

test('a refused start and a handshake without a name are told of; agents, controls and opening sockets are not', () => {
  const nobody = { user: null, serviceId: null }
  expect(
    keys([
      exchange(1, { ...nobody, protocol: 'bayeux', note: 'upgrade to WebSocket' }),
      exchange(2, { ...nobody, protocol: 'bayeux', kind: 'frame', note: '/meta/handshake' }),
      exchange(3, { actor: 'tester', user: null }),
      exchange(4, { actor: 'agent' }),
    ]),
  ).toEqual([])
  expect(keys([exchange(1, { ...nobody, note: 'start callback', status: 400 })])).toEqual([''])
  expect(keys([exchange(1, { ...nobody, protocol: 'bayeux', note: '/meta/handshake' })])).toEqual([''])
})

test('a long log is looked through in time that grows with its length, not with its square', () => {
  const rows = Array.from({ length: 30_000 }).fill(exchange(1, { user: 'phone' })) as TrafficSummary[]
  const begun = performance.now()
  expect(clientsOf(rows, own)[0]?.rows).toHaveLength(rows.length)
  // Some 10 ms; copied for each row, it is many seconds.
  expect(performance.now() - begun).toBeLessThan(3_000)
})
