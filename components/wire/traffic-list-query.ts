import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { markPressed } from '../pressed.ts'
import { fetchOver, fetchTraffic, trafficKeys } from '../traffic-queries.ts'
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
/** Rows that come faster than so many a second are drawn more of them at once; slower ones, each as soon as it is there. */
const busyRate = 300
/** Fewer than this say nothing about how fast they come. */
const busyRows = 20
const busyMillis = 100

/** How long the next reading waits after one that brought so many rows, this long after the one before. */
export const pauseAfter = (rows: number, millis: number): number =>
  rows >= busyRows && rows / Math.max(1, millis) > busyRate / 1000 ? busyMillis : 0

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
/** When each last began to read. */
const readAt = new WeakMap<QueryClient, number>()

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
  const before = list.rows
  const begun = readFrom(list)
  // Those from there on are read on the way.
  const pending = before.filter((row) => isPending(row) && row.number <= begun).slice(0, pendingMax)
  const beganAt = performance.now()
  const sinceLast = beganAt - (readAt.get(client) ?? -Infinity)
  readAt.set(client, beganAt)
  await readOn(client)
  await lookAgainAt(client, pending)
  const now = known(client) ?? emptyTraffic
  const brought = (now.rows.at(-1)?.number ?? 0) - (before.at(-1)?.number ?? 0)
  const pause = before.length > 0 ? pauseAfter(brought, sinceLast) : 0
  if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
  return known(client) ?? now
}

/** Those that had no answer: all of them are asked for at once, and those are drawn that have it by now. */
async function lookAgainAt(client: QueryClient, pending: TrafficList['rows']) {
  if (pending.length === 0) return
  const page = await fetchOver(pending.map(({ number }) => number))
  if (page.items.length === 0 && page.gone.length === 0) return
  put(client, (list) => mergeTraffic(withoutRows(list, page.gone), page))
}

async function readOn(client: QueryClient) {
  const before = known(client) ?? emptyTraffic
  const first = await fetchTraffic(readFrom(before), pageMax)
  const isNewLog = !isSameLog(before, first)
  let page = isNewLog ? await fetchTraffic(0, pageMax) : first
  put(client, (list) => mergeTraffic(isNewLog ? emptyTraffic : list, page))
  while (page.items.length === pageMax) {
    page = await fetchTraffic(page.next, pageMax)
    put(client, (list) => mergeTraffic(list, page))
  }
}

const known = (client: QueryClient) => client.getQueryData<TrafficList>(trafficKeys.list)

function put(client: QueryClient, change: (list: TrafficList) => TrafficList) {
  const newest = known(client)?.rows.at(-1)?.number ?? 0
  const list = client.setQueryData<TrafficList>(trafficKeys.list, (before) => change(before ?? emptyTraffic))
  const first = list?.rows.findLastIndex(({ number }) => number <= newest) ?? -1
  if (list) markPressed(list.rows.slice(first + 1))
}
