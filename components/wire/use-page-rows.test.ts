import { expect, test } from 'vitest'
import { exchange } from './traffic-samples.ts'
import { pageRows } from './use-page-rows.ts'
import type { Fold, WireLine } from './wire-lines.ts'

const lines = Array.from({ length: 20 }, (_, index) => exchange(index + 1))
const from = (first: number, count = 5) => Array.from({ length: count }, (_, place) => first + place)
const keys = (...args: Parameters<typeof pageRows>) => pageRows(...args).rows.map(({ key }) => key)

test('a line keeps its row of the page while others come and go; a new one takes that of one out of view', () => {
  const before = keys(lines, from(3), 5, null)
  const now = pageRows(lines, from(5), 5, before[0] ?? null)
  expect(now.rows.map(({ key }) => key)).toEqual([...before.slice(2), ...before.slice(0, 2)])
  // The oldest rows make room: each line stands elsewhere among all, and in the same row of the page.
  expect(keys(lines.slice(4), from(1), 5, now.wanted)).toEqual(now.rows.map(({ key }) => key))
})

test('as long as the page is not put in order, each row has the place it had', () => {
  const { rows, wanted, turned } = pageRows(lines, from(6), 5, 3)
  const places = (all: typeof rows) => new Map(all.map(({ key, place }) => [key, place]))
  expect([wanted, turned]).toEqual([2, 4])
  expect(places(rows)).toEqual(places(pageRows(lines, from(2), 5, 3).rows))
  expect(pageRows(lines, from(2), 5, 3)).toMatchObject({ wanted: 3, turned: 0 })
  expect(pageRows(lines, from(7), 5, 0)).toMatchObject({ wanted: 3, turned: 3 })
  // Back by one: all but one would have to go on at the end.
  expect(pageRows(lines, from(1), 5, 3)).toMatchObject({ wanted: 2, turned: 4 })
})

test('the first rows of all have nothing to be moved from', () => {
  expect(pageRows(lines, from(3), 5, null)).toMatchObject({ wanted: 4, turned: 0 })
  expect(pageRows([], [], 0, null)).toEqual({ rows: [], wanted: null, turned: 0 })
  // Nothing is drawn while the grid is hidden; what is drawn then goes on from there.
  expect(pageRows(lines, [], 5, 3)).toEqual({ rows: [], wanted: 3, turned: 0 })
})

test('lines between which some are left out, or that share a number, stand in rows of their own, unmoved', () => {
  const odd = lines.filter(({ number }) => number % 2 === 1)
  expect(keys(odd, from(2), 5, 3)).toEqual([3, 4, 0, 1, 2])
  expect(pageRows(odd, from(2), 5, 3)).toMatchObject({ wanted: 3, turned: 0 })
  const fold: Fold = { kind: 'fold', first: 1, last: 7, count: 7, parts: [], isOpen: true }
  const mixed: WireLine[] = [fold, { kind: 'unfolded', row: exchange(7) }, exchange(8), exchange(12)]
  expect(new Set(keys(mixed, from(0, 4), 5, 3)).size).toBe(4)
  // More lines than rows were asked for: each has one. Fewer: they begin where others stood.
  expect(new Set(keys(lines, from(0, 8), 5, 3)).size).toBe(8)
  expect(keys(odd, from(0, 2), 5, 3)).toEqual([3, 4])
  // Of fewer rows the one that was the first may be none any more.
  expect(pageRows(odd, from(0, 4), 4, 6)).toMatchObject({ wanted: 2, turned: 0 })
  expect(keys(odd, from(0, 4), 4, 6)).toEqual([2, 3, 0, 1])
})
