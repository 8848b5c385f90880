import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import type { TrafficOver, TrafficSummary } from '../../server/tester/contract.ts'
import { createPace, readTraffic, trafficListQuery } from './traffic-list-query.ts'
import { listsBehind, markedRows } from '../traffic-queries.ts'
import { isPending, wireRowsMax } from './traffic-list.ts'
import { exchange } from './traffic-samples.ts'

afterEach(() => {
  markedRows.clear()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A tester that answers `GET /traffic` from these rows, and a page that reads it. */
function wireOver(log: { rows: TrafficSummary[] }) {
  const asked: string[] = []
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address.slice(address.indexOf('?')))
    const query = new URL(address, 'http://tester').searchParams
    const after = Number(query.get('after'))
    const over = query.get('over')?.split(',').map(Number)
    const items =
      over === undefined
        ? log.rows.filter(({ number }) => number > after).slice(0, Number(query.get('limit')))
        : log.rows.filter((row) => over.includes(row.number) && !isPending(row))
    const gone = (over ?? []).filter((number) => !log.rows.some((row) => row.number === number))
    const page: TrafficOver = { items, next: items.at(-1)?.number ?? after, dropped: 0, gone }
    return Promise.resolve(Response.json(page))
  })
  const client = new QueryClient()
  return {
    client,
    asked,
    read: () => client.fetchQuery({ ...trafficListQuery(), staleTime: 0 }),
    // As a hint has it read, which waits for nobody.
    readAgain: () => readTraffic(client),
  }
}

const rowsOf = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => exchange(from + index))
const numbersOf = (rows: readonly TrafficSummary[]) => rows.map(({ number }) => number)

test('the first reading takes every page, later ones only what is new', async () => {
  const log = { rows: rowsOf(1, 1500) }
  const { asked, read } = wireOver(log)
  expect((await read()).rows).toHaveLength(1500)
  log.rows.push(...rowsOf(1501, 1503))
  asked.length = 0
  expect((await read()).rows.at(-1)?.number).toBe(1503)
  expect(asked).toEqual(['?after=1499&limit=1000'])
})

test('a poll that was held is looked at again until it has its answer', async () => {
  const log = { rows: [exchange(1, { isHeld: true, status: null, durationMillis: null }), exchange(2)] }
  const { asked, read } = wireOver(log)
  await read()
  log.rows[0] = exchange(1, { isHeld: true, durationMillis: 30_000 })
  expect((await read()).rows[0]).toMatchObject({ status: 200, durationMillis: 30_000 })
  asked.length = 0
  await read()
  expect(asked).toEqual(['?after=1&limit=1000'])
})

test('after a restart of the tester the new log takes the place of the old one', async () => {
  const log = { rows: rowsOf(1, 5) }
  const { read } = wireOver(log)
  await read()
  log.rows = [
    exchange(1, { at: '2027-01-01T00:00:00.000Z' }),
    exchange(2, { at: '2027-01-01T00:00:01.000Z' }),
  ]
  const { rows } = await read()
  expect(numbersOf(rows)).toEqual([1, 2])
  expect(rows[0]?.at).toBe('2027-01-01T00:00:00.000Z')
})

test('after a reset, which forgets rows and counts on, only what came since is there', async () => {
  const log = { rows: rowsOf(1, 5) }
  const { read } = wireOver(log)
  await read()
  log.rows = [exchange(6)]
  expect(numbersOf((await read()).rows)).toEqual([6])
})

test('the browser keeps the newest rows of a long log', async () => {
  const { read } = wireOver({ rows: rowsOf(1, wireRowsMax + 500) })
  const { rows, left } = await read()
  expect(rows).toHaveLength(wireRowsMax)
  expect(rows.at(-1)?.number).toBe(wireRowsMax + 500)
  expect(left).toBe(500)
})

test('however often it is asked, one reading follows the other, and the last one has everything', async () => {
  const log = { rows: rowsOf(1, 3) }
  const { asked, read, readAgain } = wireOver(log)
  await read()
  asked.length = 0
  const first = readAgain()
  log.rows.push(...rowsOf(4, 5))
  const others = Array.from({ length: 20 }, readAgain)
  expect(numbersOf((await others[0])?.rows ?? [])).toEqual([1, 2, 3, 4, 5])
  await Promise.all([first, ...others])
  expect(asked.length).toBeLessThanOrEqual(2)
})

/** What readings every so many ms rest, while so many rows a second come in, and `more` of them at once at `at`. */
function restsOf({ rate, every, burst = 0 }: { rate: number; every: number; burst?: number }): number[] {
  const pace = createPace()
  const newestAt = (at: number) => 1 + Math.floor((at / 1000) * rate) + (at > 1500 ? burst : 0)
  const rests: number[] = []
  for (let at = 0; at <= 5000; at += every) rests.push(pace.rest(at, newestAt(at), newestAt(at + every)))
  return rests
}

test('200 rows a second are read as they come, and a burst alone slows nothing', () => {
  for (const every of [20, 50, 100, 200]) expect(new Set(restsOf({ rate: 200, every }))).toEqual(new Set([0]))
  expect(new Set(restsOf({ rate: 100, every: 50, burst: 150 }))).toEqual(new Set([0]))
})

test('of 500 rows a second more are read at once, as soon as a second was busy, and until one was not', () => {
  for (const every of [50, 100, 200])
    expect(restsOf({ rate: 500, every }).slice(-5)).toEqual([100, 100, 100, 100, 100])
  const pace = createPace()
  expect(pace.rest(0, 1, 400)).toBe(100)
  expect(pace.rest(1001, 400, 410)).toBe(0)
})

test('rows without an answer are looked at again together', async () => {
  const open = (number: number) => exchange(number, { status: null, durationMillis: null })
  const log = { rows: [open(1), exchange(2), open(3), open(4), ...rowsOf(5, 200), open(201)] }
  const { asked, read } = wireOver(log)
  await read()
  log.rows = rowsOf(1, 201)
  asked.length = 0
  const { rows } = await read()
  expect(rows).toHaveLength(201)
  expect(rows.filter(({ durationMillis }) => durationMillis === null)).toEqual([])
  expect(asked).toEqual(['?after=200&limit=1000', '?over=1,3,4'])
})

test('a frame that is held grows, and is looked at again until it was answered', async () => {
  const frame = { kind: 'frame', method: 'SEND', path: '/meta/connect', status: null } as const
  const held = (number: number) => exchange(number, { ...frame, isHeld: true, durationMillis: null })
  const log = { rows: [held(1), ...rowsOf(2, 100)] }
  const { asked, read } = wireOver(log)
  expect((await read()).rows.filter(isPending).map(({ number }) => number)).toEqual([1])
  asked.length = 0
  await read()
  log.rows[0] = exchange(1, { ...frame, durationMillis: 30_000, isHeartbeat: true })
  expect((await read()).rows[0]).toMatchObject({ isHeld: false, durationMillis: 30_000, isHeartbeat: true })
  await read()
  expect(asked.filter((query) => query.includes('over'))).toEqual(['?over=1', '?over=1'])
})

test('a held row that the tester has no more leaves the list', async () => {
  const held = exchange(1, { isHeld: true, status: null, durationMillis: null })
  const log = { rows: [held, ...rowsOf(2, 100)] }
  const { read } = wireOver(log)
  expect(numbersOf((await read()).rows)).toContain(1)
  log.rows = rowsOf(2, 100)
  expect(numbersOf((await read()).rows)).toEqual(numbersOf(rowsOf(2, 100)))
})

test('a row that was pinned or written on is read again, however old; one that the tester let go leaves the list', async () => {
  const log = { rows: rowsOf(1, 200) }
  const { asked, read } = wireOver(log)
  await read()
  log.rows[6] = exchange(7, { isPinned: true, comment: 'Why?' })
  log.rows.splice(8, 1)
  asked.length = 0
  for (const number of [7, 9]) markedRows.add(number)
  const { rows } = await read()
  expect(rows[6]).toMatchObject({ number: 7, isPinned: true, comment: 'Why?' })
  expect(numbersOf(rows)).not.toContain(9)
  expect(asked).toEqual(['?after=199&limit=1000', '?after=6&limit=1', '?after=8&limit=1'])
  asked.length = 0
  await read()
  expect(asked).toEqual(['?after=199&limit=1000'])
})

test('a marked row that could not be read is read again the next time', async () => {
  const log = { rows: rowsOf(1, 200) }
  const { read } = wireOver(log)
  await read()
  log.rows[6] = exchange(7, { comment: 'Why?' })
  markedRows.add(7)
  const answer = fetch
  vi.stubGlobal('fetch', (address: string) =>
    address.endsWith('limit=1') ? Promise.reject(new Error('away')) : answer(address),
  )
  await expect(read()).rejects.toThrow()
  vi.stubGlobal('fetch', answer)
  expect((await read()).rows[6]).toMatchObject({ comment: 'Why?' })
})

test('a mark on a row that is not here yet brings none before those between', async () => {
  const log = { rows: rowsOf(1, 200) }
  const { asked, read } = wireOver(log)
  await read()
  const answer = fetch
  // It comes into being, and is marked, while the list is being read.
  vi.stubGlobal('fetch', async (address: string) => {
    const answered = await answer(address)
    if (log.rows.length === 200) {
      log.rows.push(...rowsOf(201, 203))
      markedRows.add(203)
    }
    return answered
  })
  await read()
  expect(numbersOf((await read()).rows)).toEqual(numbersOf(rowsOf(1, 203)))
  expect(asked).not.toContain('?after=202&limit=1')
})

test('after push was away every row is read again, once', async () => {
  const log = { rows: rowsOf(1, 1500) }
  const { client, asked, read } = wireOver(log)
  await read()
  log.rows[6] = exchange(7, { isPinned: true })
  log.rows[1400] = exchange(1401, { comment: 'Why?' })
  listsBehind.add(client)
  asked.length = 0
  const { rows } = await read()
  expect([rows[6], rows[1400]]).toMatchObject([{ isPinned: true }, { comment: 'Why?' }])
  expect(asked).toEqual(['?after=1499&limit=1000', '?after=0&limit=1000', '?after=1000&limit=1000'])
  asked.length = 0
  await read()
  expect(asked).toHaveLength(1)
})

test('of thousands that are held each reading looks again at some, the oldest first, with one question', async () => {
  const open = (number: number) => exchange(number, { status: null, durationMillis: null })
  const log = { rows: Array.from({ length: 2000 }, (_, index) => open(index + 1)) }
  const { asked, read } = wireOver(log)
  await read()
  log.rows = rowsOf(1, 2000)
  for (const left of [1450, 950, 450, 0]) {
    asked.length = 0
    expect((await read()).rows.filter(isPending)).toHaveLength(left)
    expect(asked.length).toBeLessThanOrEqual(3)
  }
})

test('a row that just had no answer is read again along with what is new', async () => {
  const log = { rows: [...rowsOf(1, 60), exchange(61, { status: null, durationMillis: null }), exchange(62)] }
  const { asked, read } = wireOver(log)
  await read()
  log.rows = rowsOf(1, 63)
  asked.length = 0
  const { rows } = await read()
  expect(numbersOf(rows)).toEqual(numbersOf(rowsOf(1, 63)))
  expect(rows[60]).toMatchObject({ status: 200 })
  expect(asked).toEqual(['?after=60&limit=1000'])
})

test('rows that come fast are read in larger steps, and none is dropped', async () => {
  const log = { rows: rowsOf(1, 1) }
  const { asked, read, readAgain } = wireOver(log)
  await read()
  asked.length = 0
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  let number = 1
  // 800 rows a second for 2 s, a hint for each 40 of them.
  for (let millis = 0; millis < 2000; millis += 50) {
    log.rows.push(...rowsOf(number + 1, number + 40))
    number += 40
    void readAgain()
    await vi.advanceTimersByTimeAsync(50)
  }
  const last = readAgain()
  await vi.advanceTimersByTimeAsync(300)
  const { rows } = await last
  expect(numbersOf(rows)).toEqual(Array.from({ length: number }, (_, index) => index + 1))
  // Half a second as they come, and then ten times a second.
  expect(asked.length).toBeLessThanOrEqual(26)
})
