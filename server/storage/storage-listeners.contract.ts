import { describe, expect, test } from 'vitest'
import type { OpenStorage } from './storage-place.contract.ts'

/** Registers the tests of who hears what was committed: ST16 to ST20. */
export function registerListeners(name: string, open: OpenStorage): void {
  describe(`${name}: listeners`, () => {
    test('[ST16] a listener hears what is committed after it subscribed, in commit order', async () => {
      const storage = open()
      const heard: number[] = []
      const late: number[] = []
      storage.subscribe((event) => heard.push(event.number))
      const first = storage.transaction((tx) => {
        tx.append({ type: 'a' })
        tx.append({ type: 'b' })
      })
      // Committed, but not heard yet.
      storage.subscribe((event) => late.push(event.number))
      const second = storage.transaction((tx) => tx.append({ type: 'c' }))
      await Promise.all([first, second])
      await storage.settled()
      expect(heard).toEqual([1, 2, 3])
      expect(late).toEqual([3])
    })

    test('[ST17] a listener is called neither during the transaction nor after it unsubscribed', async () => {
      const storage = open()
      const heard: number[] = []
      const unsubscribe = storage.subscribe((event) => heard.push(event.number))
      const first = storage.transaction((tx) => tx.append({ type: 'a' }))
      expect(heard).toEqual([])
      await first
      await storage.settled()
      expect(heard).toEqual([1])
      const second = storage.transaction((tx) => tx.append({ type: 'b' }))
      unsubscribe()
      await second
      await storage.settled()
      expect(heard).toEqual([1])
    })

    test('[ST18] a listener may begin a transaction', async () => {
      const storage = open()
      const heard: string[] = []
      storage.subscribe((event) => {
        if (event.type === 'asked')
          void storage.transaction((tx) => tx.append({ type: 'answered' }, event.number))
      })
      storage.subscribe((event) => heard.push(`${event.number} ${event.type} ${event.cause}`))
      await storage.transaction((tx) => {
        tx.append({ type: 'asked' })
        tx.append({ type: 'asked' })
      })
      await storage.settled()
      expect(heard).toEqual(['1 asked null', '2 asked null', '3 answered 1', '4 answered 2'])
    })

    test('[ST19] a listener that throws hurts nobody else', async () => {
      const thrown: unknown[] = []
      const storage = open({ onListenerError: (error) => thrown.push(error) })
      const heard: number[] = []
      const mistake = new Error('a mistake')
      storage.subscribe(() => {
        throw mistake
      })
      storage.subscribe((event) => heard.push(event.number))
      expect(await storage.transaction((tx) => tx.append({ type: 'a' }))).toBe(1)
      expect(await storage.transaction((tx) => tx.append({ type: 'b' }))).toBe(2)
      await storage.settled()
      expect(heard).toEqual([1, 2])
      expect(thrown).toEqual([mistake, mistake])
    })

    test('[ST20] settled waits for what the listeners began', async () => {
      const storage = open()
      const heard: number[] = []
      storage.subscribe(async (event) => {
        heard.push(event.number)
        if (event.number === 5) return
        await storage.transaction((tx) => tx.count('note'))
        await storage.transaction((tx) => tx.append({ type: 'next' }))
      })
      void storage.transaction((tx) => tx.append({ type: 'first' }))
      await storage.settled()
      expect(heard).toEqual([1, 2, 3, 4, 5])
    })
  })
}
