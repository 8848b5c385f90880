import { expect, test } from 'vitest'
import { exchange } from './traffic-samples.ts'
import {
  foldTraffic,
  indexOfLine,
  lineKey,
  linesMoved,
  rowOf,
  toggledFolds,
  type Fold,
  type WireLine,
} from './wire-lines.ts'

const heartbeat = (number: number) =>
  exchange(number, {
    kind: 'frame',
    protocol: 'bayeux',
    method: 'SEND',
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

test('a heartbeat over a WebSocket is one, though it is two rows', () => {
  const beat = (number: number) => [
    heartbeat(number),
    { ...heartbeat(number + 1), method: 'RECEIVE', cause: number },
  ]
  const rows = [...beat(1), ...beat(3), ...beat(5)]
  expect(foldTraffic(rows, new Set())).toMatchObject([{ count: 6, parts: [{ poll: null, count: 3 }] }])
  const answers = [1, 3].map((number) => ({ ...heartbeat(number), method: 'RECEIVE' }))
  expect(shown(foldTraffic(answers, new Set()))).toEqual(['2 × heartbeat'])
  const mixed = [poll(4), poll(5), poll(6), { ...heartbeat(7), method: 'RECEIVE' }]
  expect(shown(foldTraffic(mixed, new Set()))).toEqual([4, '2 × retrieve-notifications 369-a, 1 × heartbeat'])
})

test('a fold stays open, and is the same line, while its first rows make room and others come', () => {
  const rows = Array.from({ length: 8 }, (_, index) => heartbeat(index + 1))
  const foldOf = (lines: WireLine[]) => lines.find((line): line is Fold => line.kind === 'fold')
  const fold = foldOf(foldTraffic(rows.slice(0, 5), new Set()))
  if (fold === undefined) throw new Error('nothing was folded')
  const open = toggledFolds(new Set(), fold)
  const later = foldTraffic(rows.slice(3), open)
  expect(shown(later)).toEqual(['5 × heartbeat', 4, 5, 6, 7, 8])
  expect(indexOfLine(later, lineKey(fold))).toBe(0)
  const now = foldOf(later)
  if (now === undefined) throw new Error('nothing was folded')
  expect([...toggledFolds(open, now)]).toEqual([])
})

test('it is said by how many lines what is seen has moved', () => {
  const lines = (...rows: ReturnType<typeof exchange>[]) => foldTraffic(rows, new Set())
  const before = lines(exchange(1), exchange(2), exchange(3), heartbeat(4), heartbeat(5), exchange(6))
  // The oldest two make room.
  const later = lines(exchange(3), heartbeat(4), heartbeat(5), exchange(6), exchange(7), exchange(8))
  expect([0, 1, 2, 3, 4].map((index) => linesMoved(before, later, index))).toEqual([0, -1, -2, -2, -2])
  // A pinned one stays before the gap.
  expect(linesMoved(before, lines(exchange(1), exchange(6), exchange(7)), 4)).toBe(-3)
  // What was seen first is folded away with what stands beside it.
  const held = [exchange(1), exchange(2), heartbeat(3), exchange(4, { isHeld: true })]
  expect(linesMoved(lines(...held), lines(exchange(1), exchange(2), heartbeat(3), heartbeat(4)), 3)).toBe(-1)
  expect(linesMoved(before, lines(exchange(7)), 4)).toBe(-4)
  expect(linesMoved(before, [], 2)).toBe(-2)
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

test('a poll that brings what was brought before is news: it tells of what left it', () => {
  const told = (number: number) => ({ ...poll(number, 'agent available'), cause: 1 })
  expect(shown(foldTraffic([exchange(1), told(2), told(3), told(4)], new Set()))).toEqual([1, 2, 3, 4])
})
