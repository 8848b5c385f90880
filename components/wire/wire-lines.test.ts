import { expect, test } from 'vitest'
import { exchange } from './traffic-samples.ts'
import { foldTraffic, rowOf, type WireLine } from './wire-lines.ts'

const heartbeat = (number: number) =>
  exchange(number, {
    kind: 'frame',
    protocol: 'bayeux',
    path: '/meta/connect',
    isHeartbeat: true,
    note: '/meta/connect',
  })
const poll = (number: number, answerPrint = 'nothing', serviceId = '369-a') =>
  exchange(number, {
    path: `/genesys/1/service/${serviceId}/retrieve-notifications`,
    serviceId,
    note: 'retrieve-notifications',
    answerPrint,
  })
const shown = (lines: WireLine[]) =>
  lines.map((line) =>
    line.kind === 'fold'
      ? line.parts.map(({ count, poll }) => `${count} × ${poll ?? 'heartbeat'}`).join(', ')
      : rowOf(line)?.number,
  )

test('heartbeats next to each other are one line; a single one is not folded', () => {
  const rows = [heartbeat(1), exchange(2), heartbeat(3), heartbeat(4), heartbeat(5), exchange(6)]
  expect(shown(foldTraffic(rows, new Set()))).toEqual([1, 2, '3 × heartbeat', 6])
})

test('an open fold shows its rows, and stays open when it grows', () => {
  const rows = [heartbeat(1), heartbeat(2)]
  expect(shown(foldTraffic(rows, new Set([1])))).toEqual(['2 × heartbeat', 1, 2])
  expect(shown(foldTraffic([...rows, heartbeat(3)], new Set([1])))).toEqual(['3 × heartbeat', 1, 2, 3])
})

test('a poll is folded when it was answered like the one before it on the same path; the first and a changed one are not', () => {
  const rows = [
    poll(1),
    poll(2),
    poll(3),
    poll(4, 'news'),
    poll(5),
    poll(6),
    poll(7, 'nothing', '369-b'),
    heartbeat(8),
  ]
  expect(shown(foldTraffic(rows, new Set()))).toEqual([1, '2 × retrieve-notifications 369-a', 4, 5, 6, 7, 8])
})

test('answers of the same length are news as long as each says something else', () => {
  const rows = [poll(1, 'third'), poll(2, 'second'), poll(3, 'first'), poll(4, 'first'), poll(5, 'first')]
  expect(rows.map(({ responseBytes }) => responseBytes)).toEqual([100, 100, 100, 100, 100])
  expect(shown(foldTraffic(rows, new Set()))).toEqual([1, 2, 3, '2 × retrieve-notifications 369-a'])
})

test('a run of both says how many of each', () => {
  const rows = [poll(1), poll(2), heartbeat(3), heartbeat(4)]
  expect(shown(foldTraffic(rows, new Set()))).toEqual([1, '1 × retrieve-notifications 369-a, 2 × heartbeat'])
})

test('a refused poll is never folded', () => {
  const refused = (number: number) => ({ ...poll(number), status: 500 })
  expect(shown(foldTraffic([refused(1), refused(2), refused(3)], new Set()))).toEqual([1, 2, 3])
})

test('a poll that waits for its answer is not folded', () => {
  const rows = [
    poll(1),
    { ...poll(2), status: null, answerPrint: null },
    { ...poll(3), status: null, answerPrint: null },
  ]
  expect(shown(foldTraffic(rows, new Set()))).toEqual([1, 2, 3])
})

test('a fold never hides an error, a push, or what is pinned or written on', () => {
  const refused = { ...heartbeat(2), kind: 'exchange' as const, status: 402 }
  const turnedAway = { ...heartbeat(7), kind: 'exchange' as const, status: 200, isRefused: true }
  const gone = { ...heartbeat(3), kind: 'exchange' as const, status: null }
  const push = { ...heartbeat(4), kind: 'push' as const }
  const pinned = { ...heartbeat(5), isPinned: true }
  const noted = { ...heartbeat(6), comment: 'Why so late?' }
  const rows = [heartbeat(1), refused, gone, push, pinned, noted, turnedAway, heartbeat(8)]
  expect(shown(foldTraffic(rows, new Set()))).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})
