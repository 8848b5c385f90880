import { expect, test } from 'vitest'
import { positionsDrawnMax, positionsToDraw, type QueueEntry } from './positions.ts'

const entry = (position: number): QueueEntry => ({
  serviceId: `369-${position}`,
  position,
  priority: 0,
  waitingSeconds: 1,
  target: 'Billing@StatServer.GA',
  waitingFor: 'No agent of group Billing is ready',
  customerName: null,
  isSynthetic: true,
  step: 'waiting',
})
const line = (length: number) => Array.from({ length }, (_, index) => entry(index + 1))

test('a short queue is drawn whole', () => {
  expect(positionsToDraw(line(3), new Set())).toEqual({ drawn: line(3), hidden: 0 })
})

test('of a long queue the first are drawn, and our own customers wherever they stand', () => {
  const { drawn, hidden } = positionsToDraw(line(1000), new Set(['369-5', '369-900']))
  expect(drawn).toHaveLength(positionsDrawnMax + 1)
  expect(drawn.at(-1)?.position).toBe(900)
  expect(hidden).toBe(1000 - positionsDrawnMax - 1)
})
