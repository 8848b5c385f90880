import { expect, test } from 'vitest'
import { exchange } from './traffic-samples.ts'
import { filterTraffic, foldTraffic, type WireFilter, type WireLine } from './wire-lines.ts'

const heartbeat = (number: number) =>
  exchange(number, {
    kind: 'frame',
    protocol: 'bayeux',
    path: '/meta/connect',
    isHeartbeat: true,
    note: '/meta/connect',
  })
const poll = (number: number, responseBytes = 2, serviceId = '369-a') =>
  exchange(number, {
    path: `/genesys/1/service/${serviceId}/retrieve-notifications`,
    serviceId,
    note: 'retrieve-notifications',
    responseBytes,
  })
const shown = (lines: WireLine[]) => lines.map((line) => (line.kind === 'fold' ? line.text : line.row.number))

test('heartbeats next to each other are one line; a single one is not folded', () => {
  const rows = [heartbeat(1), exchange(2), heartbeat(3), heartbeat(4), heartbeat(5), exchange(6)]
  expect(shown(foldTraffic(rows, new Set()))).toEqual([1, 2, '3 heartbeats', 6])
})

test('an open fold shows its rows, and stays open when it grows', () => {
  const rows = [heartbeat(1), heartbeat(2)]
  expect(shown(foldTraffic(rows, new Set([1])))).toEqual(['2 heartbeats', 1, 2])
  expect(shown(foldTraffic([...rows, heartbeat(3)], new Set([1])))).toEqual(['3 heartbeats', 1, 2, 3])
})

test('a poll is folded when it was answered like the one before it on the same path; the first and a changed one are not', () => {
  const rows = [poll(1), poll(2), poll(3), poll(4, 80), poll(5), poll(6), poll(7, 2, '369-b'), heartbeat(8)]
  expect(shown(foldTraffic(rows, new Set()))).toEqual([1, '2 × retrieve-notifications 369-a', 4, 5, 6, 7, 8])
})

test('a run of both says how many of each', () => {
  const rows = [poll(1), poll(2), heartbeat(3), heartbeat(4)]
  expect(shown(foldTraffic(rows, new Set()))).toEqual([1, '1 × retrieve-notifications 369-a, 2 heartbeats'])
})

test('a refused poll is never folded', () => {
  const refused = (number: number) => ({ ...poll(number), status: 500 })
  expect(shown(foldTraffic([refused(1), refused(2), refused(3)], new Set()))).toEqual([1, 2, 3])
})

test('a poll that waits for its answer is not folded', () => {
  const rows = [
    poll(1),
    { ...poll(2), status: null, responseBytes: 0 },
    { ...poll(3), status: null, responseBytes: 0 },
  ]
  expect(shown(foldTraffic(rows, new Set()))).toEqual([1, 2, 3])
})

const all: WireFilter = { text: '', groups: new Set(['rest', 'push', 'bayeux']), customer: null }
const rows = [
  exchange(41),
  exchange(42, {
    kind: 'push',
    method: 'PUSH',
    path: '/_genesys',
    actor: 'server',
    note: 'service.agentavailable.369-a',
  }),
  exchange(43, {
    protocol: 'bayeux',
    path: '/genesys/cometd',
    note: '/meta/connect',
    isHeld: true,
    serviceId: null,
  }),
  exchange(44, { user: 'user-b', serviceId: '369-b', status: 404 }),
  exchange(45, { user: null, actor: 'agent', serviceId: '369-a', note: 'internal-notification' }),
]
const numbers = (filter: Partial<WireFilter>) =>
  filterTraffic(rows, { ...all, ...filter }).map(({ number }) => number)

test('the filter searches number, kind, path, status and note; every word must be found', () => {
  expect(numbers({ text: '#41' })).toEqual([41])
  expect(numbers({ text: 'AgentAvailable' })).toEqual([42])
  expect(numbers({ text: '404' })).toEqual([44])
  expect(numbers({ text: 'hold connect' })).toEqual([43])
  expect(numbers({ text: 'connect 404' })).toEqual([44])
})

test('the switches show and hide kinds', () => {
  expect(numbers({ groups: new Set(['rest']) })).toEqual([41, 44, 45])
  expect(numbers({ groups: new Set(['push']) })).toEqual([42])
  expect(numbers({ groups: new Set(['bayeux']) })).toEqual([43])
  expect(numbers({ groups: new Set() })).toEqual([])
})

test('one customer: what it sends, and what names its callback', () => {
  expect(numbers({ customer: { user: 'user-a', serviceId: '369-a' } })).toEqual([41, 42, 43, 45])
  expect(numbers({ customer: { user: 'user-b', serviceId: null } })).toEqual([44])
})
