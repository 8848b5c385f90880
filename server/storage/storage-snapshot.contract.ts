import { describe, expect, test } from 'vitest'
import type { Snapshot } from './port.ts'
import type { OpenStorage, TestEvent, TestRecords, TestStorage, Ticket } from './storage-place.contract.ts'

/** Two tickets in one lane, a note, and three events, one of them with a cause. */
async function fill(storage: TestStorage): Promise<void> {
  await storage.transaction((tx) => {
    tx.put('ticket', { id: '1', queue: 'billing', rank: 2 })
    tx.put('ticket', { id: '2', queue: 'billing', rank: 1 })
    tx.put('note', { key: 'a', text: 'kept' })
    const cause = tx.append({ type: 'made', of: '1' })
    tx.append({ type: 'made', of: '2' }, cause)
    tx.append({ type: 'noted' })
  })
}

/** Everything that can be seen of a filled storage. */
const look = (storage: TestStorage) =>
  storage.transaction((tx) => ({
    tickets: tx.all('ticket'),
    notes: tx.all('note'),
    billing: tx.find('ticket', 'queue', 'billing').map(({ id }) => id),
    line: Array.from(tx.lane('ticket', 'line', 'billing', 'untagged')?.walk() ?? [], ({ id }) => id),
    history: tx.history({}),
    ofTwo: tx.history({ subject: '2' }),
  }))

async function take(storage: TestStorage): Promise<Snapshot<TestRecords, TestEvent>> {
  const snapshot = await storage.snapshot()
  if (snapshot === null) throw new Error('a snapshot without a limit was refused')
  return snapshot
}

/** Registers the tests of snapshots: ST43 to ST46. */
export function registerSnapshots(name: string, open: OpenStorage): void {
  describe(`${name}: snapshots`, () => {
    test('[ST43] restored, everything is as it was, and numbers go on from there', async () => {
      const storage = open()
      await fill(storage)
      const before = await look(storage)
      const snapshot = await take(storage)
      await storage.clear()
      await storage.transaction((tx) => {
        tx.put('ticket', { id: '1', queue: 'loans', rank: 9 })
        tx.put('ticket', { id: '3', queue: 'billing', rank: 0 })
        for (let count = 0; count < 5; count += 1) tx.append({ type: 'later', of: '2' })
      })
      await storage.restore(snapshot)
      expect(await look(storage)).toEqual(before)
      expect(before).toMatchObject({ billing: ['1', '2'], line: ['2', '1'] })
      expect(await storage.transaction((tx) => tx.append({ type: 'made' }))).toBe(4)
    })

    test('[ST43] a snapshot stays as it is, whatever happens, and restores as often as wanted', async () => {
      const storage = open()
      await fill(storage)
      const before = await look(storage)
      const taken = storage.snapshot()
      // Begun after it: no part of it.
      const later = storage.transaction((tx) => {
        tx.delete('ticket', '1')
        tx.append({ type: 'gone', of: '1' })
      })
      const snapshot = await taken
      await later
      if (snapshot === null) throw new Error('a snapshot without a limit was refused')
      for (let count = 0; count < 2; count += 1) {
        await storage.restore(snapshot)
        expect(await look(storage)).toEqual(before)
        await storage.transaction((tx) => tx.put('ticket', { id: '2', queue: 'loans', rank: 3 }))
      }
    })

    test('[ST43] what was empty is empty again', async () => {
      const storage = open()
      const snapshot = await take(storage)
      await fill(storage)
      await storage.restore(snapshot)
      const nothing = { tickets: [], notes: [], billing: [], line: [], history: [], ofTwo: [] }
      expect(await look(storage)).toEqual(nothing)
      expect(await storage.transaction((tx) => tx.append({ type: 'made' }))).toBe(1)
    })

    test('[ST43] of a longer history, as much is restored as this storage keeps', async () => {
      const long = open()
      await fill(long)
      const short = open({ historyMax: 2 })
      await short.restore(await take(long))
      const numbers = await short.transaction((tx) => tx.history({}).map(({ number }) => number))
      expect(numbers).toEqual([2, 3])
    })

    test('[ST44] a snapshot that cannot be restored asserts, and everything stays', async () => {
      const storage = open()
      await fill(storage)
      const before = await look(storage)
      const records = { ticket: [], note: [], visit: [{ id: '1', rank: 1 } satisfies Ticket] }
      await expect(storage.restore({ records, events: [] })).rejects.toThrow('there is no kind visit')
      expect(await look(storage)).toEqual(before)
    })

    test('[ST44] neither is possible during a transaction, or after the end', async () => {
      const storage = open()
      const snapshot = await take(storage)
      const within = (begin: () => unknown) => storage.transaction((): void => void begin())
      await expect(within(() => storage.snapshot())).rejects.toThrow('begun inside another')
      await expect(within(() => storage.restore(snapshot))).rejects.toThrow('begun inside another')
      await storage.close()
      await expect(storage.snapshot()).rejects.toThrow('The storage is closed.')
      await expect(storage.restore(snapshot)).rejects.toThrow('The storage is closed.')
    })

    test('[ST45] of more records and events than are wanted there is no snapshot', async () => {
      const storage = open()
      await fill(storage)
      expect(await storage.snapshot(5)).toBeNull()
      expect((await storage.snapshot(6))?.events).toHaveLength(3)
    })

    test('[ST46] listeners hear nothing of what is restored, and everything that comes after', async () => {
      const storage = open()
      await fill(storage)
      const snapshot = await take(storage)
      await storage.clear()
      await storage.settled()
      const heard: number[] = []
      storage.subscribe((event) => heard.push(event.number))
      await storage.restore(snapshot)
      await storage.settled()
      expect(heard).toEqual([])
      await storage.transaction((tx) => tx.append({ type: 'made' }))
      await storage.settled()
      expect(heard).toEqual([4])
    })
  })
}
