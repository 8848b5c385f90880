import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { markPressed } from '../pressed.ts'
import { fetchOver, fetchTraffic, listsBehind, markedRows, trafficKeys } from '../traffic-queries.ts'
import {
  emptyTraffic,
  isPending,
  isSameLog,
  mergeTraffic,
  readFrom,
  withoutRows,
  type TrafficList,
} from './traffic-list.ts'

const pageMax = 1_000
/** More held polls than this are looked at again with the next hint: the oldest come first, for they are over first. */
const pendingMax = 500
/** More rows than this in a second are drawn more of them at once; fewer, each as soon as it is there. */
const busyRows = 300
const busyMillis = 100
const paceMillis = 1_000

/** How fast rows come. */
export interface Pace {
  /**
   * How long, in ms, to rest after a reading that began at `at` (ms) with `before` as its newest row, and left `after`.
   * What counts is a whole second: a burst alone slows nothing.
   */
  rest(at: number, before: number, after: number): number
}

/** No reading so far. */
export function createPace(): Pace {
  let readings: { at: number; before: number }[] = []
  return {
    rest(at, before, after) {
      readings = [...readings.filter((reading) => reading.at > at - paceMillis), { at, before }]
      return after - (readings[0]?.before ?? after) > busyRows ? busyMillis : 0
    },
  }
}

/**
 * The wire's list. Each reading adds to what the cache holds, page by page: a reading that is overtaken by the next
 * hint has still brought its pages home. However many hints come, one reading follows the other.
 */
export const trafficListQuery = () =>
  queryOptions({
    queryKey: trafficKeys.list,
    queryFn: ({ client }) => readTraffic(client),
    // Rows keep their identity already; comparing 10,000 of them with each hint would be for nothing.
    structuralSharing: false,
    gcTime: Infinity,
  })

/** Reads on, at once or when the reading under way is over. */
export const readTraffic = (client: QueryClient): Promise<TrafficList> => readerOf(client)()

const readers = new WeakMap<QueryClient, () => Promise<TrafficList>>()
const paces = new WeakMap<QueryClient, Pace>()

/** Reads at once, or when the reading under way is over: whoever asks meanwhile shares the next one. */
function readerOf(client: QueryClient): () => Promise<TrafficList> {
  const known = readers.get(client)
  if (known !== undefined) return known
  let current: Promise<TrafficList> | null = null
  let next: Promise<TrafficList> | null = null
  const begin = (): Promise<TrafficList> => {
    next = null
    const reading = readList(client)
    current = reading
    const done = () => {
      if (current === reading) current = null
    }
    reading.then(done, done)
    return reading
  }
  const reader = () => {
    if (current === null) return begin()
    next ??= current.then(begin, begin)
    return next
  }
  readers.set(client, reader)
  return reader
}

async function readList(client: QueryClient): Promise<TrafficList> {
  const list = known(client) ?? emptyTraffic
  const newest = newestOf(list)
  const begun = readFrom(list)
  // Those from there on are read on the way.
  const pending = list.rows.filter((row) => isPending(row) && row.number <= begun).slice(0, pendingMax)
  const beganAt = performance.now()
  await readOn(client, pending)
  await readBehind(client)
  await readMarked(client)
  const now = known(client) ?? emptyTraffic
  const pace = paces.get(client) ?? createPace()
  paces.set(client, pace)
  // The first reading brings what came before the page.
  const pause = newest > 0 ? pace.rest(beganAt, newest, newestOf(now)) : 0
  if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
  return known(client) ?? now
}

/** Those that had no answer: all of them are asked for at once, and those are drawn that have it by now. */
const lookAgainAt = (pending: TrafficList['rows']) =>
  pending.length === 0 ? null : fetchOver(pending.map(({ number }) => number))

/** Those that somebody has pinned or written on, or let go: other rows that are over are not read again. */
async function readMarked(client: QueryClient) {
  for (const number of markedRows) {
    markedRows.delete(number)
    // It comes as it is by then, with those before it.
    if (number > newestOf(known(client))) continue
    try {
      const page = await fetchTraffic(number - 1, 1)
      const isKept = page.items[0]?.number === number
      put(client, (list) => (isKept ? mergeTraffic(list, page) : withoutRows(list, [number])))
    } catch (error) {
      markedRows.add(number)
      throw error
    }
  }
}

/** All that are here, once more: what was marked while nobody said so. */
async function readBehind(client: QueryClient) {
  if (!listsBehind.delete(client)) return
  try {
    for (let after = 0; after < newestOf(known(client));) {
      const page = await fetchTraffic(after, pageMax)
      put(client, (list) => mergeTraffic(list, page))
      if (page.items.length < pageMax) return
      after = page.next
    }
  } catch (error) {
    listsBehind.add(client)
    throw error
  }
}

/** What came since, and of what had no answer that which has one: asked for side by side, and drawn at once. */
async function readOn(client: QueryClient, pending: TrafficList['rows']) {
  const before = known(client) ?? emptyTraffic
  const [first, over] = await Promise.all([fetchTraffic(readFrom(before), pageMax), lookAgainAt(pending)])
  const isNewLog = !isSameLog(before, first)
  let page = isNewLog ? await fetchTraffic(0, pageMax) : first
  put(client, (list) => {
    if (isNewLog) return mergeTraffic(emptyTraffic, page)
    return mergeTraffic(over ? mergeTraffic(withoutRows(list, over.gone), over) : list, page)
  })
  while (page.items.length === pageMax) {
    page = await fetchTraffic(page.next, pageMax)
    put(client, (list) => mergeTraffic(list, page))
  }
}

const newestOf = (list: TrafficList | undefined): number => list?.rows.at(-1)?.number ?? 0

const known = (client: QueryClient) => client.getQueryData<TrafficList>(trafficKeys.list)

function put(client: QueryClient, change: (list: TrafficList) => TrafficList) {
  const newest = newestOf(known(client))
  const list = client.setQueryData<TrafficList>(trafficKeys.list, (before) => change(before ?? emptyTraffic))
  const first = list?.rows.findLastIndex(({ number }) => number <= newest) ?? -1
  if (list) markPressed(list.rows.slice(first + 1))
}
