import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createVirtualClock } from '../runtime/virtual-clock.ts'
import { createDeadlines, type Due } from './deadlines.ts'

interface Entry extends Due {
  readonly name: number
}

const createEntry = (name: number): Entry => ({ name, slot: null })

test('[BX45] deadlines that are set, moved and cleared fire once, at the earliest time asked for, and at most 100 ms late', async () => {
  const step = fc.record({ entry: fc.nat(4), after: fc.integer({ min: 0, max: 1000 }), clear: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ step, pause: fc.nat(300) }), { maxLength: 30 }), async (steps) => {
      const clock = createVirtualClock()
      const expected = new Map<number, number>()
      const entries = Array.from({ length: 5 }, (_, name) => createEntry(name))
      const deadlines = createDeadlines<Entry>(clock, ({ name }) => {
        const time = expected.get(name) ?? Number.NaN
        expect(clock.now()).toBeGreaterThanOrEqual(time)
        expect(clock.now()).toBeLessThanOrEqual(time + 100)
        expected.delete(name)
      })
      for (const { step, pause } of steps) {
        const entry = entries[step.entry] ?? createEntry(step.entry)
        if (step.clear) {
          deadlines.clear(entry)
          expected.delete(entry.name)
        } else {
          const time = clock.now() + step.after
          deadlines.setAtLatest(entry, time)
          expected.set(entry.name, Math.min(expected.get(entry.name) ?? Infinity, time))
        }
        await clock.advance(pause)
      }
      await clock.advance(1200)
      expect([...expected]).toEqual([])
      expect(clock.next()).toBeNull()
    }),
    { numRuns: 100 },
  )
})

test('[BX45] a deadline that clears another one of the same slot keeps it from firing', async () => {
  const clock = createVirtualClock()
  const fired: number[] = []
  const [first, second] = [createEntry(1), createEntry(2)]
  const deadlines = createDeadlines<Entry>(clock, ({ name }) => {
    fired.push(name)
    deadlines.clear(second)
  })
  deadlines.setAtLatest(first, clock.now() + 50)
  deadlines.setAtLatest(second, clock.now() + 50)
  await clock.advance(100)
  expect(fired).toEqual([1])
  expect(clock.next()).toBeNull()
})

test('[BX45] a deadline that need only be met at the latest lets an earlier one stand, and comes before a later one', async () => {
  const clock = createVirtualClock()
  const fired: number[] = []
  const entry = createEntry(1)
  const deadlines = createDeadlines<Entry>(clock, () => fired.push(clock.now()))
  const start = clock.now()
  deadlines.setAtLatest(entry, start + 500)
  deadlines.setAtLatest(entry, start + 900)
  await clock.advance(600)
  expect(fired).toHaveLength(1)
  deadlines.setAtLatest(entry, start + 5000)
  deadlines.setAtLatest(entry, start + 800)
  await clock.advance(300)
  expect(fired).toHaveLength(2)
  expect(clock.next()).toBeNull()
})
