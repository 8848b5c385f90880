import { describe, expect, test } from 'vitest'
import type { Transaction } from './port.ts'
import type { OpenStorage, TestEvent, TestRecords, Ticket } from './storage-place.contract.ts'

const ids = (tickets: readonly Ticket[]) => tickets.map((ticket) => ticket.id).sort()

/** Registers the tests of what a transaction does with records: ST1 to ST10, ST40 to ST42. */
export function registerRecords(name: string, open: OpenStorage): void {
  describe(`${name}: records`, () => {
    test('[ST1] a record is found by id, by index, among all and in the count', async () => {
      const storage = open()
      const one: Ticket = { id: '1', queue: 'billing', rank: 7 }
      const other: Ticket = { id: '2', queue: 'loans', rank: 7 }
      await storage.transaction((tx) => tx.put('ticket', one))
      await storage.transaction((tx) => tx.put('ticket', other))
      await storage.transaction((tx) => {
        expect(tx.get('ticket', '1')).toEqual(one)
        expect(tx.get('ticket', '3')).toBeUndefined()
        expect(tx.get('note', '1')).toBeUndefined()
        expect(tx.find('ticket', 'queue', 'billing')).toEqual([one])
        expect(tx.find('ticket', 'queue', 'none')).toEqual([])
        expect(ids(tx.find('ticket', 'rank', 7))).toEqual(['1', '2'])
        expect(ids(tx.all('ticket'))).toEqual(['1', '2'])
        expect(tx.count('ticket')).toBe(2)
        expect(tx.count('note')).toBe(0)
      })
    })

    test('[ST2] a transaction sees its own changes', async () => {
      const storage = open()
      const seen = await storage.transaction((tx) => {
        tx.put('ticket', { id: '1', queue: 'billing', rank: 1 })
        tx.put('ticket', { id: '2', queue: 'billing', rank: 1 })
        tx.delete('ticket', '1')
        tx.append({ type: 'made', of: '2' })
        return {
          ids: ids(tx.find('ticket', 'queue', 'billing')),
          count: tx.count('ticket'),
          all: tx.history({}),
        }
      })
      expect(seen).toEqual({
        ids: ['2'],
        count: 1,
        all: [{ type: 'made', of: '2', number: 1, cause: null }],
      })
    })

    test('[ST3] work that throws keeps nothing', async () => {
      const storage = open()
      const heard: number[] = []
      storage.subscribe((event) => heard.push(event.number))
      const kept: Ticket = { id: 'kept', queue: 'billing', rank: 1 }
      await storage.transaction((tx) => tx.put('ticket', kept))
      const refusal = new Error('refused')
      const refused = storage.transaction((tx) => {
        tx.put('ticket', { id: 'kept', queue: 'loans', rank: 2 })
        tx.put('ticket', { id: 'new', queue: 'loans', rank: 2 })
        tx.delete('ticket', 'kept')
        tx.put('ticket', { id: 'kept', queue: 'cards', rank: 3 })
        tx.append({ type: 'made', of: 'new' })
        throw refusal
      })
      await expect(refused).rejects.toBe(refusal)
      await storage.transaction((tx) => {
        expect(tx.all('ticket')).toEqual([kept])
        expect(tx.find('ticket', 'queue', 'billing')).toEqual([kept])
        for (const queue of ['loans', 'cards']) expect(tx.find('ticket', 'queue', queue)).toEqual([])
        expect(tx.history({})).toEqual([])
      })
      await storage.settled()
      expect(heard).toEqual([])
    })

    test('[ST4] an index follows its records', async () => {
      const storage = open()
      const inQueue = (queue: string) => storage.transaction((tx) => ids(tx.find('ticket', 'queue', queue)))
      await storage.transaction((tx) => tx.put('ticket', { id: '1', queue: 'billing', rank: 1 }))
      await storage.transaction((tx) => tx.put('ticket', { id: '1', queue: 'loans', rank: 1 }))
      expect([await inQueue('billing'), await inQueue('loans')]).toEqual([[], ['1']])
      await storage.transaction((tx) => tx.put('ticket', { id: '1', rank: 1 }))
      expect(await inQueue('loans')).toEqual([])
      expect(await storage.transaction((tx) => tx.find('ticket', 'rank', 1))).toEqual([{ id: '1', rank: 1 }])
      await storage.transaction((tx) => tx.delete('ticket', '1'))
      expect(await storage.transaction((tx) => tx.find('ticket', 'rank', 1))).toEqual([])
    })

    test('[ST40] a lane is in order, and follows its records', async () => {
      const storage = open()
      const put = (id: string, rank: number, queue?: string) =>
        storage.transaction((tx) => tx.put('ticket', { id, rank, ...(queue === undefined ? {} : { queue }) }))
      const line = () =>
        storage.transaction((tx) => {
          const lane = tx.lane('ticket', 'line', 'billing', 'untagged')
          return lane === undefined ? [] : Array.from(lane.walk(), ({ id }) => id)
        })
      await put('c', 2, 'billing')
      await put('b', 2, 'billing')
      await put('a', 3, 'billing')
      await put('elsewhere', 0)
      expect(await line()).toEqual(['b', 'c', 'a'])
      await put('a', 1, 'billing')
      expect(await line()).toEqual(['a', 'b', 'c'])
      await put('b', 2)
      expect(await line()).toEqual(['a', 'c'])
      const undone = storage.transaction((tx) => {
        tx.delete('ticket', 'a')
        tx.put('ticket', { id: 'd', rank: 0, queue: 'billing' })
        throw new Error('refused')
      })
      await expect(undone).rejects.toThrow('refused')
      expect(await line()).toEqual(['a', 'c'])
      for (const id of ['a', 'c']) await storage.transaction((tx) => tx.delete('ticket', id))
      expect(await storage.transaction((tx) => tx.lanes('ticket', 'line', 'billing'))).toEqual([])
    })

    test('[ST41] ten thousand records of one lane are counted and found without looking at all of them', async () => {
      const storage = open()
      const count = 10_000
      // 7919 and the count have no common divisor: every rank comes once, far from the one before.
      await storage.transaction((tx) => {
        for (let index = 0; index < count; index += 1) {
          tx.put('ticket', { id: `t${index}`, queue: 'billing', rank: (index * 7919) % count })
        }
        for (let index = 0; index < count; index += 2) tx.delete('ticket', `t${index}`)
      })
      await storage.transaction((tx) => {
        const lane = tx.lane('ticket', 'line', 'billing', 'untagged')
        const ranks = Array.from(lane?.walk() ?? [], ({ rank }) => rank)
        expect(ranks).toEqual(Array.from({ length: count / 2 }, (_, index) => index * 2 + 1))
        let looks = 0
        const isBefore = ({ rank }: Ticket) => {
          looks += 1
          return rank < 7001
        }
        expect(lane?.countWhile(isBefore)).toBe(3500)
        expect(looks).toBeLessThan(40)
        expect([lane?.first()?.rank, lane?.last()?.rank, lane?.size()]).toEqual([1, 9999, 5000])
        expect(lane?.walk(4321)[Symbol.iterator]().next().value?.rank).toBe(8643)
      })
    })

    test('[ST42] a lane that changes under who walks it, or is looked at after its transaction, asserts', async () => {
      const storage = open()
      await storage.transaction((tx) => {
        for (const id of ['1', '2']) tx.put('ticket', { id, rank: 1, queue: 'billing' })
      })
      const changed = storage.transaction((tx) => {
        for (const { id } of tx.lane('ticket', 'line', 'billing', 'untagged')?.walk() ?? []) {
          tx.delete('ticket', id)
        }
      })
      await expect(changed).rejects.toThrow('changed by whoever walks it')
      const [lane] = await storage.transaction((tx) => tx.lanes('ticket', 'line', 'billing'))
      expect(() => lane?.size()).toThrow('after it had ended')
    })

    test('[ST5] an undeclared kind or index asserts', async () => {
      const storage = open()
      // A kind outside the schema does not type-check: this is what a wrong cast would lead to.
      const wrongKind = 'visit' as 'ticket'
      await expect(storage.transaction((tx) => tx.get(wrongKind, '1'))).rejects.toThrow('no kind visit')
      const wrongIndex = storage.transaction((tx) => {
        tx.put('note', { key: '1', text: '' })
        tx.find('ticket', 'colour', 'red')
      })
      await expect(wrongIndex).rejects.toThrow('ticket has no index colour')
      const wrongOrder = storage.transaction((tx) => tx.lanes('ticket', 'height', ''))
      await expect(wrongOrder).rejects.toThrow('ticket has no order height')
      expect(await storage.transaction((tx) => tx.count('note'))).toBe(0)
    })

    test('[ST6] a transaction inside another asserts', async () => {
      const storage = open()
      const outer = storage.transaction((tx) => {
        tx.put('note', { key: '1', text: '' })
        void storage.transaction((inner) => inner.put('note', { key: '2', text: '' }))
      })
      await expect(outer).rejects.toThrow('begun inside another')
      expect(await storage.transaction((tx) => tx.count('note'))).toBe(0)
    })

    test('[ST7] work that waits asserts, and so does a transaction used after its end', async () => {
      const storage = open()
      // The type forbids it; whoever casts it away is told all the same.
      const waiting: () => string = () => Promise.resolve('late') as unknown as string
      const work = (tx: Transaction<TestRecords, TestEvent>) => {
        tx.put('note', { key: '1', text: '' })
        return waiting()
      }
      await expect(storage.transaction(work)).rejects.toThrow('returned a promise')
      const leaked: Transaction<TestRecords, TestEvent>[] = []
      await storage.transaction((tx) => void leaked.push(tx))
      for (const tx of leaked) {
        expect(() => tx.put('note', { key: '1', text: '' })).toThrow('after it had ended')
        expect(() => tx.count('note')).toThrow('after it had ended')
        expect(() => tx.append({ type: 'made' })).toThrow('after it had ended')
      }
      expect(await storage.transaction((tx) => tx.count('note'))).toBe(0)
    })

    test('[ST8] with freeze, what is put is frozen deep', async () => {
      const storage = open()
      const ticket = { id: '1', rank: 1, tags: ['a'] }
      await storage.transaction((tx) => tx.put('ticket', ticket))
      expect(() => (ticket.rank = 2)).toThrow(TypeError)
      expect(() => ticket.tags.push('b')).toThrow(TypeError)
    })

    test.for([
      ['undefined', { id: '1', rank: 1, queue: undefined }, 'ticket 1.queue'],
      ['not a number', { id: '1', rank: Number.NaN }, 'ticket 1.rank'],
      ['a date', { id: '1', rank: 1, tags: [new Date(0)] }, 'ticket 1.tags[0]'],
      ['a function', { id: '1', rank: () => 1 }, 'ticket 1.rank'],
      ['a map', { id: '1', rank: 1, tags: new Map() }, 'ticket 1.tags'],
    ] as const)('[ST9] with freeze, %s asserts', async ([, record, place]) => {
      const storage = open()
      const put = storage.transaction((tx) => tx.put('ticket', record as unknown as Ticket))
      await expect(put).rejects.toThrow(place)
      expect(await storage.transaction((tx) => tx.count('ticket'))).toBe(0)
    })

    test('[ST10] ten thousand records are all found', async () => {
      const storage = open()
      const tickets = Array.from({ length: 10_000 }, (_, index): Ticket => {
        return { id: `ticket-${index}`, queue: `queue-${index % 10}`, rank: index }
      })
      await Promise.all(tickets.map((ticket) => storage.transaction((tx) => tx.put('ticket', ticket))))
      await storage.transaction((tx) => {
        expect(tx.count('ticket')).toBe(10_000)
        expect(tx.find('ticket', 'queue', 'queue-3')).toHaveLength(1000)
        expect(tx.find('ticket', 'rank', 9_999)).toEqual([tickets.at(-1)])
      })
    })
  })
}
