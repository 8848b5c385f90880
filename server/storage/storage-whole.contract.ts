import { describe, expect, test } from 'vitest'
import { nextTurn } from '../runtime/next-turn.ts'
import type { OpenStorage } from './storage-place.contract.ts'

/** Registers the tests of a storage as a whole: ST21 and ST22. */
export function registerWhole(name: string, open: OpenStorage): void {
  describe(`${name}: the whole`, () => {
    test('[ST21] clear forgets everything', async () => {
      const storage = open()
      const heard: number[] = []
      await storage.transaction((tx) => {
        tx.put('ticket', { id: '1', queue: 'billing', rank: 1 })
        tx.append({ type: 'made', of: '1' })
      })
      await storage.clear()
      await storage.transaction((tx) => {
        expect(tx.all('ticket')).toEqual([])
        expect(tx.find('ticket', 'queue', 'billing')).toEqual([])
        expect(tx.history({})).toEqual([])
        expect(tx.history({ subject: '1' })).toEqual([])
      })
      storage.subscribe((event) => heard.push(event.number))
      expect(await storage.transaction((tx) => tx.append({ type: 'made' }))).toBe(1)
      await storage.settled()
      expect(heard).toEqual([1])
    })

    test('[ST22] close waits for what was begun, and then nothing is kept any more', async () => {
      const storage = open()
      const heard: number[] = []
      storage.subscribe((event) => heard.push(event.number))
      expect(storage.health()).toBe('ok')
      const begun = storage.transaction((tx) => tx.append({ type: 'last' }))
      await storage.close()
      expect(await begun).toBe(1)
      expect(heard).toEqual([1])
      await expect(storage.transaction((tx) => tx.count('note'))).rejects.toThrow('The storage is closed.')
      await expect(storage.clear()).rejects.toThrow('The storage is closed.')
      expect(storage.health()).toBe('The storage is closed.')
      await storage.close()
      await nextTurn()
      expect(heard).toEqual([1])
    })
  })
}
