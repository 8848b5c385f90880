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
  /** The first `gone` places are those of rows that are no longer kept: moving all others up for each takes long. */
  let rows: (TrafficRecord | undefined)[] = []
  let gone = 0
  let weights = new Map<TrafficRecord, number>()
  let bytes = 0
  let newest = 0

  const weigh = (record: TrafficRecord) => {
    const weight = weightOf(record)
    bytes += weight - (weights.get(record) ?? 0)
    weights.set(record, weight)
  }
  const evict = () => {
    while (rows.length - gone > limits.trafficItemsMax || bytes > limits.trafficBytesMax) {
      const oldest = rows[gone]
      if (oldest === undefined) break
      bytes -= weights.get(oldest) ?? 0
      weights.delete(oldest)
      rows[gone] = undefined
      gone += 1
    }
    if (gone < limits.trafficItemsMax) return
    rows = rows.slice(gone)
    gone = 0
  }
  /** The index of the first row whose number is above `number`. */
  const indexAfter = (number: number): number => {
    let low = gone
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
      const items = rows.slice(from, from + limit).filter((row) => row !== undefined)
      return {
        items: items.map(summarize),
        next: items.at(-1)?.number ?? Math.min(after, newest),
        dropped: newest - (rows.length - gone),
      }
    },
    get(number) {
      const row = rows[indexAfter(number - 1)]
      return row?.number === number ? detail(row) : undefined
    },
    clear() {
      const going = rows.filter((row) => row?.kind === 'exchange' && row.durationMillis === null)
      rows = going
      gone = 0
      weights = new Map(going.flatMap((row) => (row === undefined ? [] : [[row, weightOf(row)]])))
      bytes = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
    },
  }
}
