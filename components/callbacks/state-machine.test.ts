import { expect, test } from 'vitest'
import { callbackStates } from './callback-state.ts'
import {
  drawStates,
  drawingHeight,
  drawingWidth,
  passagesAt,
  stateBoxes,
  transitions,
} from './state-machine.ts'
import type { Passage } from './story.ts'

const passages: Passage[] = (['QUEUED', 'PAUSED', 'QUEUED', 'ROUTING'] as const).map((state, index) => ({
  state,
  at: `2026-01-05T10:00:0${index}.000Z`,
  event: index + 1,
}))

test('every state has one box, inside the drawing', () => {
  expect(stateBoxes.map(({ state }) => state).toSorted()).toEqual(callbackStates.toSorted())
  for (const { x, y } of stateBoxes)
    expect([x > 0, y > 0, x < drawingWidth, y < drawingHeight]).not.toContain(false)
})

test('no way is drawn twice, and each begins and ends at a box', () => {
  expect(new Set(transitions.map(({ path }) => path)).size).toBe(transitions.length)
  expect(new Set(transitions.map(({ from, to }) => `${from} ${to}`)).size).toBe(transitions.length)
})

test('the drawing shows where the callback has been, by which ways, and where it is', () => {
  const { reached, isPassed, active } = drawStates(passages)
  expect(active).toBe('ROUTING')
  expect(reached.get('QUEUED')?.map(({ event }) => event)).toEqual([1, 3])
  expect(reached.has('COMPLETED')).toBe(false)
  expect(transitions.filter(isPassed).map(({ from, to }) => `${from} ${to}`)).toEqual([
    'QUEUED PAUSED',
    'PAUSED QUEUED',
    'QUEUED ROUTING',
  ])
})

test('at an earlier event only what was passed by then is drawn', () => {
  expect(drawStates(passagesAt(passages, 2)).active).toBe('PAUSED')
  expect(drawStates(passagesAt(passages, 0)).active).toBeNull()
})
