import type { TesterLimits } from './limits.ts'
import { weightOf, type TrafficRecord } from './traffic-record.ts'

/** The rows that are kept: numbered, in their order, bounded in number and in bytes. */
export interface TrafficRows {
  /** Numbers the row and takes it in. */
  add(record: TrafficRecord): void
  /** Weighs the row anew; false when it is not kept any more. */
  weigh(record: TrafficRecord): boolean
  /** Lets the oldest go that are too many, or too much; those that are pinned stay. */
  evict(forgotten: (record: TrafficRecord) => void): void
  /** A row is pinned no longer: it goes if its time is over. */
  release(record: TrafficRecord, forgotten: (record: TrafficRecord) => void): void
  has(record: TrafficRecord): boolean
  find(number: number): TrafficRecord | undefined
  /** The first ones after a number. */
  after(number: number, limit: number): TrafficRecord[]
  /** The number of the newest row there has been. */
  newest(): number
  /** How many have gone for want of room since `retain`. */
  evicted(): number
  /** How many pinned rows are kept, the newest too. */
  pinned(): number
  /** A pinned frame that would have been evicted is still held. */
  isPinHeld(): boolean
  /** Keeps only these; what has gone before counts no longer. */
  retain(fits: (record: TrafficRecord) => boolean): void
}

/** No rows. */
export function createTrafficRows(
  limits: Pick<TesterLimits, 'trafficItemsMax' | 'trafficBytesMax'>,
): TrafficRows {
  /** The first `gone` places are those of rows that are no longer kept: moving all others up for each takes long. */
  let rows: (TrafficRecord | undefined)[] = []
  let gone = 0
  /** Pinned rows that would have been evicted, in their order; they are older than all others. */
  let saved: TrafficRecord[] = []
  let weights = new Map<TrafficRecord, number>()
  let bytes = 0
  let newest = 0
  let evicted = 0

  const weigh = (record: TrafficRecord) => {
    const weight = weightOf(record)
    bytes += weight - (weights.get(record) ?? 0)
    weights.set(record, weight)
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
  const forget = (record: TrafficRecord) => {
    bytes -= weights.get(record) ?? 0
    weights.delete(record)
    evicted += 1
  }

  return {
    add(record) {
      newest += 1
      record.number = newest
      rows.push(record)
      weigh(record)
    },
    weigh(record) {
      if (!weights.has(record)) return false
      weigh(record)
      return true
    },
    evict(forgotten) {
      while (rows.length - gone > limits.trafficItemsMax || bytes > limits.trafficBytesMax) {
        const oldest = rows[gone]
        if (oldest === undefined) break
        if (oldest.isPinned) saved.push(oldest)
        else {
          forget(oldest)
          forgotten(oldest)
        }
        rows[gone] = undefined
        gone += 1
      }
      if (gone < limits.trafficItemsMax) return
      rows = rows.slice(gone)
      gone = 0
    },
    release(record, forgotten) {
      if (!saved.includes(record)) return
      saved = saved.filter((each) => each !== record)
      forget(record)
      forgotten(record)
    },
    has: (record) => weights.has(record),
    find(number) {
      const row = rows[indexAfter(number - 1)]
      return row?.number === number ? row : saved.find((each) => each.number === number)
    },
    after(number, limit) {
      const first = saved.filter((record) => record.number > number).slice(0, limit)
      const from = indexAfter(number)
      const others = rows.slice(from, from + limit - first.length)
      return [...first, ...others.filter((row) => row !== undefined)]
    },
    newest: () => newest,
    evicted: () => evicted,
    pinned: () => saved.length + rows.filter((row) => row?.isPinned === true).length,
    isPinHeld: () => saved.some(({ kind, isHeld }) => isHeld && kind === 'frame'),
    retain(fits) {
      const kept = [...saved, ...rows].filter((row) => row !== undefined).filter(fits)
      rows = kept
      // Nothing is pinned any more: what is still open goes in its turn.
      saved = []
      gone = 0
      evicted = 0
      weights = new Map(kept.map((row) => [row, weightOf(row)]))
      bytes = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
    },
  }
}
