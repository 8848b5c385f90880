import { afterEach, expect, test, vi } from 'vitest'
import { isOtherRow } from './known-row-store.ts'
import { isOfThisLog } from './row-identity.ts'
import { exchange } from './traffic-samples.ts'

afterEach(() => vi.unstubAllGlobals())

/** A tester whose log, from the row on that is asked for, has these rows. */
const answerWith = (...numbers: number[]) =>
  vi.stubGlobal('fetch', () =>
    Promise.resolve(
      Response.json({ items: numbers.map((number) => exchange(number)), next: 99, dropped: 0 }),
    ),
  )

const later = '2027-01-01T00:00:00.000Z'

test('a row belongs to the log as long as its number names it, or it made room for later ones', async () => {
  answerWith(41)
  expect(await isOfThisLog(exchange(41))).toBe(true)
  answerWith(57)
  expect(await isOfThisLog(exchange(41))).toBe(true)
})

test('after a restart its number is another row’s, or none’s yet', async () => {
  answerWith(41)
  expect(await isOfThisLog(exchange(41, { at: later }))).toBe(false)
  answerWith()
  expect(await isOfThisLog(exchange(41))).toBe(false)
})

test('the row that was opened is told from one that has its number later; another number is no matter', () => {
  expect(isOtherRow(exchange(41), null)).toBe(false)
  expect(isOtherRow(exchange(41), exchange(41))).toBe(false)
  expect(isOtherRow(exchange(41, { at: later }), exchange(41))).toBe(true)
  expect(isOtherRow(exchange(42), exchange(41))).toBe(false)
})
