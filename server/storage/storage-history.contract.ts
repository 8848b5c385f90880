import { describe, expect, test } from 'vitest'
import type { Numbered } from './port.ts'
import {
  testOptions,
  type OpenStorage,
  type StoragePlace,
  type TestEvent,
  type TestStorage,
} from './storage-place.contract.ts'

const numbers = (events: readonly Numbered<TestEvent>[]) => events.map((event) => event.number)

const history = (storage: TestStorage, query: { subject?: string; after?: number; limit?: number } = {}) =>
  storage.transaction((tx) => tx.history(query))

/** Registers the tests of what happened: ST11 to ST15. */
export function registerHistory(name: string, open: OpenStorage, makePlace: () => StoragePlace): void {
  describe(`${name}: history`, () => {
    test('[ST11] events are numbered from 1 without gaps', async () => {
      const storage = open()
      expect(await storage.transaction((tx) => [tx.append({ type: 'a' }), tx.append({ type: 'b' })])).toEqual(
        [1, 2],
      )
      const refused = storage.transaction((tx) => {
        tx.append({ type: 'never' })
        throw new Error('refused')
      })
      await expect(refused).rejects.toThrow('refused')
      expect(await storage.transaction((tx) => tx.append({ type: 'c' }))).toBe(3)
      expect((await history(storage)).map((event) => event.type)).toEqual(['a', 'b', 'c'])
    })

    test('[ST12] an event keeps its cause', async () => {
      const storage = open()
      await storage.transaction((tx) => {
        const cause = tx.append({ type: 'asked' })
        tx.append({ type: 'answered' }, cause)
      })
      expect((await history(storage)).map((event) => event.cause)).toEqual([null, 1])
    })

    test('[ST13] the history is read by subject, after a number, at most so many', async () => {
      const storage = open()
      await storage.transaction((tx) => {
        for (const of of ['a', 'b', 'a', 'a', 'b']) tx.append({ type: 'said', of })
        tx.append({ type: 'said' })
      })
      expect(numbers(await history(storage))).toEqual([1, 2, 3, 4, 5, 6])
      expect(numbers(await history(storage, { subject: 'a' }))).toEqual([1, 3, 4])
      expect(numbers(await history(storage, { subject: 'none' }))).toEqual([])
      expect(numbers(await history(storage, { after: 2, limit: 2 }))).toEqual([3, 4])
      expect(numbers(await history(storage, { subject: 'a', after: 1 }))).toEqual([3, 4])
      expect(numbers(await history(storage, { subject: 'b', limit: 1 }))).toEqual([2])
      expect(numbers(await history(storage, { after: 6 }))).toEqual([])
      expect(numbers(await history(storage, { limit: 0 }))).toEqual([])
    })

    test('[ST14] only the newest events are kept', async () => {
      const storage = open({ historyMax: 3 })
      for (const of of ['a', 'b', 'a', 'b', 'b'])
        await storage.transaction((tx) => tx.append({ type: 'said', of }))
      expect(numbers(await history(storage))).toEqual([3, 4, 5])
      expect(numbers(await history(storage, { subject: 'a' }))).toEqual([3])
      const seen = await storage.transaction((tx) => {
        for (let count = 0; count < 5; count += 1) tx.append({ type: 'said', of: 'a' })
        return numbers(tx.history({}))
      })
      expect(seen).toEqual([8, 9, 10])
      expect(numbers(await history(storage))).toEqual([8, 9, 10])
      expect(numbers(await history(storage, { subject: 'b' }))).toEqual([])
    })

    test.for([0, -1, 1.5, Number.NaN])('[ST15] a historyMax of %d asserts', (historyMax) => {
      const place = makePlace()
      expect(() => place.open({ ...testOptions, historyMax })).toThrow('historyMax must be at least 1')
    })
  })
}
