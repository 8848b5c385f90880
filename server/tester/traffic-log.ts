import type { TrafficDetail, TrafficOver, TrafficPage } from './contract.ts'
import type { TesterLimits } from './limits.ts'
import type { RuleTexts } from './rules.ts'
import { detail, summarize, type TrafficRecord } from './traffic-record.ts'
import { createTrafficRows } from './traffic-rows.ts'

type LogLimits = Pick<TesterLimits, 'trafficItemsMax' | 'trafficBytesMax' | 'pinsMax'>

export interface TrafficLogOptions {
  readonly limits: LogLimits
  /** What the contact centre's rules say. */
  readonly rules: RuleTexts
  /** A row is new, or a row that was there has changed. */
  readonly changed: (number: number, isNew: boolean) => void
  /** Somebody has pinned a row or written on it, or taken that back. */
  readonly marked: (number: number) => void
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
  /** One more event stands in a row that was taken in, and weighs. */
  grow(number: number): void
  /** The first row led to the second one, whose cause it is unless that has one. */
  link(cause: number, row: number): void
  /** Keeps a row however old it gets, or no longer. */
  pin(number: number, isPinned: boolean): MarkOutcome
  /** Writes on a row, and pins it; null takes off what is written, and leaves the pin. */
  comment(number: number, text: string | null): MarkOutcome
  page(query: { after: number; limit: number }): TrafficPage
  get(number: number): TrafficDetail | undefined
  /** Of these rows those that are over by now. */
  over(numbers: readonly number[]): TrafficOver
  /** The row itself, for whoever writes to it. */
  find(number: number): TrafficRecord | undefined
  /** Every row that is kept. */
  all(): TrafficDetail[]
  /** Forgets every row that is over; numbers go on, so that whoever reads on misses nothing. */
  clear(): void
}

/** `full`: no more rows can be pinned; nothing has changed. */
export type MarkOutcome = 'done' | 'not-found' | 'full'

/** An empty log. */
export function createTrafficLog({ limits, rules, changed, marked }: TrafficLogOptions): TrafficLog {
  const rows = createTrafficRows(limits)
  const inDetail = (row: TrafficRecord) => detail(row, effects.get(row.number) ?? [], rules)
  const effects = new Map<number, number[]>()
  /** Every row before this number has been looked at since it was written. */
  let describedTo = Infinity

  const forgotten = (record: TrafficRecord) => {
    // It may be the answer that a pinned frame is held for. Else nobody looks at what goes: most rows are never read.
    if (rows.isPinHeld()) describeOne(record)
    effects.delete(record.number)
  }
  const noteEffect = (cause: number, row: number) => {
    if (rows.find(cause) === undefined) return
    const known = effects.get(cause)
    if (known === undefined) effects.set(cause, [row])
    else if (!known.includes(row)) known.push(row)
  }
  const awaitLook = (record: TrafficRecord) => {
    if (record.describe !== null) describedTo = Math.min(describedTo, record.number)
  }
  const describeOne = (record: TrafficRecord) => {
    record.describe?.(record)
    record.describe = null
  }
  /** One after the other, for what one says may be the answer to another. */
  const describe = () => {
    rows.after(describedTo - 1, Infinity).forEach(describeOne)
    describedTo = Infinity
  }

  /** It will outlive those around it: what it says has to be known before what comes after it goes. */
  const hold = (record: TrafficRecord) => {
    describe()
    record.isPinned = true
  }

  return {
    add(record) {
      rows.add(record)
      awaitLook(record)
      if (record.cause !== null) noteEffect(record.cause, record.number)
      rows.evict(forgotten)
      changed(record.number, true)
    },
    update(record) {
      if (!rows.weigh(record)) return
      awaitLook(record)
      rows.evict(forgotten)
      changed(record.number, false)
    },
    grow(number) {
      const record = rows.find(number)
      if (record === undefined) return
      rows.weigh(record)
      rows.evict(forgotten)
    },
    link(cause, row) {
      const effect = rows.find(row)
      if (effect === undefined) return
      effect.cause ??= cause
      noteEffect(cause, row)
    },
    pin(number, isPinned) {
      const record = rows.find(number)
      if (record === undefined) return 'not-found'
      if (record.isPinned === isPinned) return 'done'
      if (isPinned && rows.pinned() >= limits.pinsMax) return 'full'
      if (isPinned) hold(record)
      else {
        record.isPinned = false
        rows.release(record, forgotten)
      }
      marked(number)
      return 'done'
    },
    comment(number, text) {
      const record = rows.find(number)
      if (record === undefined) return 'not-found'
      if (text !== null && !record.isPinned) {
        if (rows.pinned() >= limits.pinsMax) return 'full'
        hold(record)
      } else if (record.comment === text) return 'done'
      record.comment = text
      rows.weigh(record)
      rows.evict(forgotten)
      marked(number)
      return 'done'
    },
    page({ after, limit }) {
      describe()
      const items = rows.after(after, limit)
      return {
        items: items.map(summarize),
        next: items.at(-1)?.number ?? Math.min(after, rows.newest()),
        dropped: rows.evicted(),
      }
    },
    get(number) {
      describe()
      const row = rows.find(number)
      return row === undefined ? undefined : inDetail(row)
    },
    over(numbers) {
      describe()
      const items = numbers.flatMap((number) => {
        const row = rows.find(number)
        return row === undefined || isOpen(row) ? [] : [summarize(row)]
      })
      const gone = numbers.filter((number) => rows.find(number) === undefined)
      return { items, next: rows.newest(), dropped: rows.evicted(), gone }
    },
    find: (number) => rows.find(number),
    all() {
      describe()
      return rows.after(0, Infinity).map(inDetail)
    },
    clear() {
      effects.clear()
      for (const row of rows.after(0, Infinity)) {
        row.isPinned = false
        row.comment = null
      }
      // Of a frame nothing is yet to come: its answer is a row of its own.
      rows.retain((row) => row.kind === 'exchange' && isOpen(row))
    },
  }
}

/** An exchange that has no answer yet, or a frame that is held. */
const isOpen = ({ kind, durationMillis, isHeld }: TrafficRecord): boolean =>
  isHeld || (kind === 'exchange' && durationMillis === null)
