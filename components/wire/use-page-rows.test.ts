import { expect, test } from 'vitest'
import { exchange } from './traffic-samples.ts'
import { noRows, placed, pageRowOf, type PageRows } from './use-page-rows.ts'
import type { Fold, WireLine } from './wire-lines.ts'

const lines = Array.from({ length: 40 }, (_, index) => exchange(index + 1))
const from = (first: number, count = 10) => Array.from({ length: count }, (_, place) => first + place)
/** Where the newest are followed, ten lines are drawn. */
const follow = (before: PageRows, indexes: readonly number[], all: readonly WireLine[] = lines) =>
  placed(before, { lines: all, indexes, followed: 10 })
const stay = (before: PageRows, indexes: readonly number[], all: readonly WireLine[] = lines) =>
  placed(before, { lines: all, indexes, followed: null })
const rows = (now: PageRows, indexes: readonly number[]) => indexes.map((index) => pageRowOf(now, index))

test('a line keeps its row of the page while others come; a new one takes that of one that is no longer drawn', () => {
  const before = follow(noRows, from(3))
  const now = follow(before, from(6))
  expect(rows(before, from(3))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(rows(now, from(6))).toEqual([3, 4, 5, 6, 7, 8, 9, 0, 1, 2])
  // The oldest rows make room: each line stands elsewhere among all, and in the same row of the page.
  expect(rows(follow(now, from(2), lines.slice(4)), from(2))).toEqual(rows(now, from(6)))
})

test('after a leap, and where lines are left out, rows stay where they are seen', () => {
  const before = follow(follow(noRows, from(3)), from(6))
  const seen = rows(before, from(6))
  expect(rows(follow(before, from(30)), from(30))).toEqual(seen)
  expect(rows(follow(before, from(0)), from(0))).toEqual(seen)
  const odd = lines.filter(({ number }) => number % 2 === 1)
  const filtered = follow(before, from(5), odd)
  expect(rows(filtered, from(5))).toEqual(seen)
  expect(rows(follow(filtered, from(7), odd), from(7))).toEqual(seen)
  expect(rows(follow(filtered, from(9)), from(9))).toEqual(seen)
})

test('who stops following finds the same rows in their places, and others for the lines that are drawn besides', () => {
  const before = follow(follow(noRows, from(3)), from(6))
  const seen = rows(before, from(6))
  const stayed = stay(before, from(6, 13))
  expect(rows(stayed, from(6, 13))).toEqual([...seen, 10, 11, 12])
  // Back by two: each line stays in its row; by more: the rows stay where they are seen.
  const back = stay(stayed, from(4, 13))
  expect(rows(back, from(4, 13))).toEqual([-2, -1, ...seen, 10])
  expect(rows(stay(back, from(1, 13)), from(1, 13))).toEqual(rows(back, from(4, 13)))
  expect(rows(stay(stayed, from(1, 13)), from(1, 13))).toEqual([...seen, 10, 11, 12])
  // Lines that are taken out let none stay in its row for certain.
  expect(rows(stay(stayed, from(4, 13), lines.slice(0, 30)), from(4, 13))).toEqual([...seen, 10, 11, 12])
  expect(rows(follow(back, from(20)), from(20))).toEqual(seen)
})

test('no two lines have one row, whatever their numbers share', () => {
  const fold: Fold = { kind: 'fold', first: 1, last: 7, count: 7, parts: [], isOpen: true }
  const mixed: WireLine[] = [fold, { kind: 'unfolded', row: exchange(7) }, exchange(8), exchange(12)]
  const now = follow(follow(noRows, from(3)), from(0, 4), mixed)
  expect(new Set(rows(now, from(0, 4))).size).toBe(4)
})

test('a grid of another height begins anew; one that is hidden goes on as it was', () => {
  const before = follow(follow(noRows, from(3)), from(6))
  expect(rows(placed(before, { lines, indexes: from(6, 12), followed: 12 }), from(6, 12))).toEqual(
    from(0, 12),
  )
  expect(follow(before, [])).toBe(before)
})
