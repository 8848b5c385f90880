import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { markPressed } from '../pressed.ts'
import { fetchTraffic, trafficKeys } from '../traffic-queries.ts'
import {
  emptyTraffic,
  isPending,
  isSameLog,
  mergeTraffic,
  readFrom,
  type TrafficList,
} from './traffic-list.ts'

const pageMax = 1_000
/** More held polls than this are looked at again with the next hint. */
const pendingMax = 20
/** A reading that brings so many rows says that they come fast: the next one waits, and draws more of them at once. */
const busyRows = 20
const busyMillis = 100

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
  const before = known(client)?.rows ?? []
  const pending = before.filter(isPending).slice(-pendingMax)
  await readOn(client)
  for (const { number } of pending) {
    const page = await fetchTraffic(number - 1, 1)
    if (page.items[0]?.number === number) put(client, (list) => mergeTraffic(list, page))
  }
  const list = known(client) ?? emptyTraffic
  const brought = (list.rows.at(-1)?.number ?? 0) - (before.at(-1)?.number ?? 0)
  if (before.length > 0 && brought >= busyRows)
    await new Promise((resolve) => setTimeout(resolve, busyMillis))
  return known(client) ?? list
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
