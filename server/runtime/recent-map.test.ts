import { expect, test } from 'vitest'
import { RecentMap } from './recent-map.ts'

const read = (map: RecentMap<string, number>, keys: string) => [...keys].map((key) => map.get(key))

test('the newest keys are known, and the oldest goes', () => {
  const map = new RecentMap<string, number>(2)
  map.set('a', 1)
  map.set('b', 2)
  expect(read(map, 'abc')).toEqual([1, 2, undefined])
  map.set('c', 3)
  expect(read(map, 'abc')).toEqual([undefined, 2, 3])
})

test('a key that is set again is new again, with its new value', () => {
  const map = new RecentMap<string, number>(2)
  map.set('a', 1)
  map.set('a', 2)
  expect(read(map, 'a')).toEqual([2])
  map.set('b', 3)
  expect(read(map, 'ab')).toEqual([2, 3])
  map.set('c', 4)
  expect(read(map, 'abc')).toEqual([undefined, 3, 4])
})

test('what was cleared is gone, and the room is there again', () => {
  const map = new RecentMap<string, number>(2)
  map.set('a', 1)
  map.clear()
  expect(read(map, 'a')).toEqual([undefined])
  map.set('b', 2)
  map.set('c', 3)
  expect(read(map, 'abc')).toEqual([undefined, 2, 3])
})
