import { expect, test } from 'vitest'
import type { QueueJson } from '../../server/tester/contract.ts'
import { dropSideOf, movedEntries, wishOf } from './line-moves.ts'

const press = (key: string, held: { alt?: boolean; ctrl?: boolean } = {}) => ({
  key,
  altKey: held.alt ?? false,
  ctrlKey: held.ctrl ?? false,
  metaKey: false,
})

test('Alt and an arrow move the row by one place, and not past the ends', () => {
  expect(wishOf(press('ArrowUp', { alt: true }), 4, 5, true)).toEqual({ kind: 'move', position: 4 })
  expect(wishOf(press('ArrowDown', { alt: true }), 0, 5, true)).toEqual({ kind: 'move', position: 2 })
  expect(wishOf(press('ArrowUp', { alt: true }), 0, 5, true)).toBeNull()
  expect(wishOf(press('ArrowDown', { alt: true }), 4, 5, true)).toBeNull()
})

test('an arrow alone goes to the next row', () => {
  expect(wishOf(press('ArrowUp'), 0, 5, true)).toEqual({ kind: 'go', index: 0 })
  expect(wishOf(press('ArrowDown'), 0, 5, true)).toEqual({ kind: 'go', index: 1 })
  expect(wishOf(press('End'), 0, 5, true)).toEqual({ kind: 'go', index: 4 })
})

test('Del removes, p gives a priority where letters are keys, and chords stay the browser’s', () => {
  expect(wishOf(press('Delete'), 0, 1, false)).toEqual({ kind: 'remove' })
  expect(wishOf(press('p'), 0, 1, true)).toEqual({ kind: 'prioritise' })
  expect(wishOf(press('p'), 0, 1, false)).toBeNull()
  expect(wishOf(press('p', { ctrl: true }), 0, 1, true)).toBeNull()
})

test('until the tester answers, the line is shown as it will be', () => {
  const entry = (serviceId: string, position: number) => ({ serviceId, position })
  const queues = [
    { name: 'VQ_Chat', entries: [entry('a', 1), entry('b', 2), entry('c', 3)] },
    { name: 'VQ_Other', entries: [entry('d', 1)] },
  ] as QueueJson[]
  const moved = movedEntries(queues, 'VQ_Chat', 'c', 1)
  expect(moved[0]?.entries.map(({ serviceId, position }) => [serviceId, position])).toEqual([
    ['c', 1],
    ['a', 2],
    ['b', 3],
  ])
  expect(moved[1]).toBe(queues[1])
  expect(movedEntries(queues, 'VQ_Chat', 'gone', 1)).toEqual(queues)
})

test('whoever is dragged over a row will stand where the line is drawn', () => {
  const line = ['one', 'two', 'three', 'four'].map((serviceId, index) => ({ serviceId, position: index + 1 }))
  const queue = [{ name: 'VQ_Chat', entries: line }] as unknown as QueueJson[]
  for (const dragged of line)
    for (const onto of line) {
      const moved = movedEntries(queue, 'VQ_Chat', dragged.serviceId, onto.position)[0]?.entries ?? []
      const at = (serviceId: string) => moved.findIndex((entry) => entry.serviceId === serviceId)
      const away = at(dragged.serviceId) - at(onto.serviceId)
      expect(dropSideOf(dragged, onto)).toBe(away === 0 ? null : away < 0 ? 'above' : 'below')
    }
})
