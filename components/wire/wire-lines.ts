import type { TrafficSummary } from '../../server/tester/contract.ts'
import { shortId } from './traffic-row.ts'
import { isError } from './row-error.ts'

/**
 * A line of the wire: a row, a run of rows in which nothing happened, or a row of such a run that is open. Rows stand
 * for themselves: a log is long, and is made into lines with each letter of a query.
 */
export type WireLine = TrafficSummary | Fold | { readonly kind: 'unfolded'; readonly row: TrafficSummary }

/** A run of rows in which nothing happened. */
export interface Fold {
  readonly kind: 'fold'
  /** The number of its first row: what the fold is known by, however long it grows. */
  readonly first: number
  readonly count: number
  /** How many rows there are of each sort: heartbeats, and polls by what they ask. */
  readonly parts: readonly FoldPart[]
  readonly isOpen: boolean
}

export interface FoldPart {
  /** Null for heartbeats. */
  readonly poll: string | null
  readonly count: number
}

/** The row that a line shows; undefined: it is a fold, which shows many. */
export function rowOf(line: WireLine | undefined): TrafficSummary | undefined {
  if (line === undefined || line.kind === 'fold') return undefined
  return line.kind === 'unfolded' ? line.row : line
}

/** What a line is known by while lines come and go around it. */
export const lineKey = (line: WireLine) =>
  line.kind === 'fold' ? `fold-${line.first}` : rowKey(numberOf(line))

/** The key of the line that shows the row of this number. */
export const rowKey = (number: number) => `row-${number}`

/** Where the line of this key stands; -1: nowhere. A log is long, and a key for each of its lines takes time. */
export function indexOfLine(lines: readonly WireLine[], key: string | null): number {
  if (key === null) return -1
  const number = Number(key.slice(key.indexOf('-') + 1))
  return lines.findIndex((line) => numberOf(line) === number && lineKey(line) === key)
}

function numberOf(line: WireLine): number {
  if (line.kind === 'fold') return line.first
  return line.kind === 'unfolded' ? line.row.number : line.number
}

/**
 * Folds runs of two and more rows that say nothing new: heartbeats, and polls that were answered like the one before.
 * `open` holds the first numbers of the folds that the reader has opened.
 */
export function foldTraffic(rows: readonly TrafficSummary[], open: ReadonlySet<number>): WireLine[] {
  const lastAnswer = new Map<string, string>()
  const lines: WireLine[] = []
  let run: { row: TrafficSummary; isPoll: boolean }[] = []

  const endRun = () => {
    const [first] = run
    if (first === undefined) return
    if (run.length === 1) lines.push(first.row)
    else {
      const isOpen = open.has(first.row.number)
      lines.push({ kind: 'fold', first: first.row.number, count: run.length, parts: foldParts(run), isOpen })
      if (isOpen) for (const { row } of run) lines.push({ kind: 'unfolded', row })
    }
    run = []
  }

  for (const row of rows) {
    const isPoll = isRepeatedPoll(row, lastAnswer)
    // What was refused, and what somebody has pinned or written on, is never folded away.
    if (!row.isPinned && row.comment === null && (isQuietHeartbeat(row) || isPoll)) run.push({ row, isPoll })
    else {
      endRun()
      lines.push(row)
    }
  }
  endRun()
  return lines
}

/** A heartbeat that went as it should: nothing was refused, and the client did not go away. */
const isQuietHeartbeat = (row: TrafficSummary): boolean =>
  row.isHeartbeat && !isError(row) && row.kind !== 'push'

function isRepeatedPoll(row: TrafficSummary, lastAnswer: Map<string, string>): boolean {
  if (row.answerPrint === null) return false
  const answer = `${row.status} ${row.answerPrint}`
  const isSame = lastAnswer.get(row.path) === answer
  lastAnswer.set(row.path, answer)
  return isSame && row.status === 200
}

function foldParts(run: readonly { row: TrafficSummary; isPoll: boolean }[]): FoldPart[] {
  const counts = new Map<string | null, number>()
  for (const { row, isPoll } of run) {
    const poll = isPoll ? `${row.note} ${shortId(row.serviceId ?? '')}`.trim() : null
    counts.set(poll, (counts.get(poll) ?? 0) + 1)
  }
  return [...counts].map(([poll, count]) => ({ poll, count }))
}
