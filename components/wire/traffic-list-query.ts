import { queryOptions, type QueryClient } from '@tanstack/react-query'
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

/**
 * The wire's list. Each reading adds to what the cache holds, page by page: a reading that is overtaken by the next
 * hint has still brought its pages home.
 */
export const trafficListQuery = () =>
  queryOptions({
    queryKey: trafficKeys.list,
    queryFn: async ({ client }) => {
      const pending = (known(client)?.rows ?? []).filter(isPending).slice(-pendingMax)
      await readOn(client)
      for (const { number } of pending) {
        const page = await fetchTraffic(number - 1, 1)
        if (page.items[0]?.number === number) put(client, (list) => mergeTraffic(list, page))
      }
      return known(client) ?? emptyTraffic
    },
    // Rows keep their identity already; comparing 2,000 of them with each hint would be for nothing.
    structuralSharing: false,
    gcTime: Infinity,
  })

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
  client.setQueryData<TrafficList>(trafficKeys.list, (list) => change(list ?? emptyTraffic))
}
