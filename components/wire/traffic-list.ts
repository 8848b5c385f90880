import type { TrafficPage, TrafficSummary } from '../../server/tester/contract.ts'

/** How many rows the browser keeps; the older ones stay with the tester. */
export const wireRowsMax = 10_000

/** The newest traffic, oldest first. */
export interface TrafficList {
  readonly rows: readonly TrafficSummary[]
  /** How many older ones the tester itself has dropped for want of room. */
  readonly dropped: number
  /** How many were here and made room for newer ones. */
  readonly left: number
}

export const emptyTraffic: TrafficList = { rows: [], dropped: 0, left: 0 }

/** The list without rows that the tester has no more: nobody would ever say that they are over. */
export function withoutRows(list: TrafficList, numbers: readonly number[]): TrafficList {
  if (numbers.length === 0) return list
  const gone = new Set(numbers)
  return { ...list, rows: list.rows.filter(({ number }) => !gone.has(number)) }
}

/** Adds what is newer than the newest row, and puts later versions in the place of rows that are there. */
export function mergeTraffic(list: TrafficList, page: Pick<TrafficPage, 'items' | 'dropped'>): TrafficList {
  const newest = list.rows.at(-1)?.number ?? 0
  const kept = withLater(
    list.rows,
    page.items.filter(({ number }) => number <= newest),
  )
  const newer = page.items.filter(({ number }) => number > newest)
  const rows = newer.length === 0 ? kept : [...kept, ...newer]
  const surplus = Math.max(0, rows.length - wireRowsMax)
  if (surplus === 0) return { rows, dropped: page.dropped, left: list.left }
  // What is pinned stays, here as there.
  const saved = rows.slice(0, surplus).filter(({ isPinned }) => isPinned)
  return {
    rows: [...saved, ...rows.slice(surplus)],
    dropped: page.dropped,
    left: list.left + surplus - saved.length,
  }
}

/** The rows, which stand in the order of their numbers, with those in place of what they were that have moved. */
function withLater(
  rows: readonly TrafficSummary[],
  later: readonly TrafficSummary[],
): readonly TrafficSummary[] {
  const moved = new Map<number, TrafficSummary>()
  for (const next of later) {
    const index = indexOf(rows, next.number)
    const row = rows[index]
    if (row?.number === next.number && hasMoved(row, next)) moved.set(index, next)
  }
  if (moved.size === 0) return rows
  const replaced = [...rows]
  for (const [index, next] of moved) replaced[index] = next
  return replaced
}

/** How many of the rows came after the one of this number. */
export const countAfter = (rows: readonly TrafficSummary[], number: number): number =>
  rows.length - indexOf(rows, number + 1)

/** Where the row of this number stands, or would. */
function indexOf(rows: readonly TrafficSummary[], number: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.number ?? Infinity) < number) low = middle + 1
    else high = middle
  }
  return low
}

function hasMoved(row: TrafficSummary, next: TrafficSummary): boolean {
  return (
    row.status !== next.status ||
    row.durationMillis !== next.durationMillis ||
    row.note !== next.note ||
    row.isHeld !== next.isHeld ||
    row.isHeartbeat !== next.isHeartbeat ||
    row.isRefused !== next.isRefused ||
    row.cause !== next.cause ||
    row.isPinned !== next.isPinned ||
    row.comment !== next.comment ||
    row.responseBytes !== next.responseBytes ||
    row.answerPrint !== next.answerPrint
  )
}

/** An exchange that has no answer yet, or a frame that is held. */
export const isPending = (row: TrafficSummary) =>
  row.durationMillis === null && (row.isHeld || row.kind === 'exchange')

/** So many of the newest rows are read again as long as one of them has no answer: most get it within that many. */
const openAmong = 50

/** The row at which the next reading begins: the oldest of the newest ones that has no answer, else the newest. */
const firstAgain = ({ rows }: TrafficList) => rows.slice(-openAmong).find(isPending) ?? rows.at(-1)

/**
 * Where to begin reading: at a row that is known, not after it. When the answer does not begin with that very row, the
 * tester has begun a new log, and what is known belongs to the old one.
 */
export const readFrom = (list: TrafficList): number => Math.max(0, (firstAgain(list)?.number ?? 0) - 1)

/** Whether a page that was asked for with `readFrom` goes on where the list ends. */
export function isSameLog(list: TrafficList, page: TrafficPage): boolean {
  const known = firstAgain(list)
  if (known === undefined) return true
  const first = page.items[0]
  return first !== undefined && first.number === known.number && first.at === known.at
}
