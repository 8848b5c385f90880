import type { TrafficDetail, TrafficPage } from './contract.ts'
import type { TesterLimits } from './limits.ts'
import { detail, summarize, weightOf, type TrafficRecord } from './traffic-record.ts'

type LogLimits = Pick<TesterLimits, 'trafficItemsMax' | 'trafficBytesMax'>

export interface TrafficLogOptions {
  readonly limits: LogLimits
  /** A row is new, or a row that was there has changed. */
  readonly changed: (number: number, isNew: boolean) => void
}

/**
 * What crossed the wire, numbered from 1, bounded in rows and in bytes: the oldest go first. It is kept in memory;
 * a restart begins a new one.
 */
export interface TrafficLog {
  /** Takes a row in and numbers it. */
  add(record: TrafficRecord): void
  /** A row that was taken in has changed. */
  update(record: TrafficRecord): void
  page(query: { after: number; limit: number }): TrafficPage
  get(number: number): TrafficDetail | undefined
  /** Forgets every row that is over; numbers go on, so that whoever reads on misses nothing. */
  clear(): void
}

/** An empty log. */
export function createTrafficLog({ limits, changed }: TrafficLogOptions): TrafficLog {
  let rows: TrafficRecord[] = []
  let weights = new Map<TrafficRecord, number>()
  let bytes = 0
  let newest = 0

  const weigh = (record: TrafficRecord) => {
    const weight = weightOf(record)
    bytes += weight - (weights.get(record) ?? 0)
    weights.set(record, weight)
  }
  const evict = () => {
    let gone = 0
    while (rows.length - gone > limits.trafficItemsMax || bytes > limits.trafficBytesMax) {
      const oldest = rows[gone]
      if (oldest === undefined) break
      bytes -= weights.get(oldest) ?? 0
      weights.delete(oldest)
      gone += 1
    }
    if (gone > 0) rows.splice(0, gone)
  }
  /** The index of the first row whose number is above `number`. */
  const indexAfter = (number: number): number => {
    let low = 0
    let high = rows.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((rows[middle]?.number ?? Infinity) > number) high = middle
      else low = middle + 1
    }
    return low
  }

  return {
    add(record) {
      newest += 1
      record.number = newest
      rows.push(record)
      weigh(record)
      evict()
      changed(record.number, true)
    },
    update(record) {
      if (!weights.has(record)) return
      weigh(record)
      evict()
      changed(record.number, false)
    },
    page({ after, limit }) {
      const from = indexAfter(after)
      const items = rows.slice(from, from + limit)
      return {
        items: items.map(summarize),
        next: items.at(-1)?.number ?? Math.min(after, newest),
        dropped: newest - rows.length,
      }
    },
    get(number) {
      const row = rows[indexAfter(number - 1)]
      return row?.number === number ? detail(row) : undefined
    },
    clear() {
      rows = rows.filter((row) => row.kind === 'exchange' && row.durationMillis === null)
      weights = new Map(rows.map((row) => [row, weightOf(row)]))
      bytes = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
    },
  }
}
