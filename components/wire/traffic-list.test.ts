import { expect, test } from 'vitest'
import {
  countAfter,
  emptyTraffic,
  isPending,
  isSameLog,
  mergeTraffic,
  readFrom,
  wireRowsMax,
} from './traffic-list.ts'
import { exchange } from './traffic-samples.ts'

const listOf = (...numbers: number[]) =>
  mergeTraffic(emptyTraffic, { items: numbers.map((number) => exchange(number)), dropped: 0 })
const numbersOf = ({ rows }: typeof emptyTraffic) => rows.map(({ number }) => number)

test('pages that overlap leave each row once, in order', () => {
  const list = mergeTraffic(listOf(1, 2, 3), { items: [exchange(3), exchange(4)], dropped: 0 })
  expect(numbersOf(list)).toEqual([1, 2, 3, 4])
})

test('a held poll takes its answer when it comes, and the other rows stay the same objects', () => {
  const held = exchange(2, { isHeld: true, status: null, durationMillis: null })
  const before = mergeTraffic(emptyTraffic, { items: [exchange(1), held], dropped: 0 })
  expect(before.rows.filter(isPending)).toEqual([held])
  const after = mergeTraffic(before, {
    items: [exchange(2, { isHeld: true, isHeartbeat: true })],
    dropped: 0,
  })
  expect(after.rows[1]).toMatchObject({ status: 200, isHeartbeat: true })
  expect(after.rows[0]).toBe(before.rows[0])
})

test('beyond the limit the oldest make room, and are counted', () => {
  const many = Array.from({ length: wireRowsMax + 5 }, (_, index) => exchange(index + 1))
  const list = mergeTraffic(emptyTraffic, { items: many, dropped: 7 })
  expect(list.rows).toHaveLength(wireRowsMax)
  expect(list.rows[0]?.number).toBe(6)
  expect(list).toMatchObject({ left: 5, dropped: 7 })
})

test('of rows that were looked for, those count as new that came later; what was left out does not', () => {
  const found = [3, 7, 8, 20].map((number) => exchange(number))
  expect([0, 3, 7, 10, 20, 25].map((seen) => countAfter(found, seen))).toEqual([4, 3, 2, 1, 0, 0])
})

test('reading on begins with the newest known row; a log that does not have it there is another one', () => {
  const list = listOf(1, 2, 3)
  expect(readFrom(list)).toBe(2)
  expect(readFrom(emptyTraffic)).toBe(0)
  const page = (items: ReturnType<typeof exchange>[]) => ({ items, next: 9, dropped: 0 })
  expect(isSameLog(list, page([exchange(3), exchange(4)]))).toBe(true)
  expect(isSameLog(list, page([exchange(3, { at: '2027-01-01T00:00:00.000Z' })]))).toBe(false)
  expect(isSameLog(list, page([exchange(4)]))).toBe(false)
  expect(isSameLog(list, page([]))).toBe(false)
  expect(isSameLog(emptyTraffic, page([]))).toBe(true)
})
