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
  readonly first: number
  /** The number of its last row. It grows there, and its first rows make room: any row of it says which fold is meant. */
  readonly last: number
  readonly count: number
  /** How many there are of each sort: heartbeats, and polls by what they ask. */
  readonly parts: readonly FoldPart[]
  readonly isOpen: boolean
}

export interface FoldPart {
  /** Null for heartbeats. */
  readonly poll: string | null
  /** Of heartbeats how often one was asked for: over a WebSocket each is two rows. */
  readonly count: number
}

/** The row that a line shows; undefined: it is a fold, which shows many. */
export function rowOf(line: WireLine | undefined): TrafficSummary | undefined {
  if (line === undefined || line.kind === 'fold') return undefined
  return line.kind === 'unfolded' ? line.row : line
}

/** What a line is known by while lines come and go around it; a fold by a row of it that stays. */
export const lineKey = (line: WireLine) =>
  line.kind === 'fold' ? `fold-${line.last}` : rowKey(numberOf(line))

/** The key of the line that shows the row of this number. */
export const rowKey = (number: number) => `row-${number}`

/** Where the line of this key stands; -1: nowhere. A log is long, and a key for each of its lines takes time. */
export function indexOfLine(lines: readonly WireLine[], key: string | null): number {
  if (key === null) return -1
  const number = Number(key.slice(key.indexOf('-') + 1))
  return key.startsWith('fold')
    ? lines.findIndex((line) => line.kind === 'fold' && holds(line, number))
    : lines.findIndex((line) => line.kind !== 'fold' && numberOf(line) === number)
}

/** Whether a row of this number would be one of the fold's. */
const holds = ({ first, last }: Pick<Fold, 'first' | 'last'>, number: number): boolean =>
  first <= number && number <= last

/** The number of its row, of a fold of its last one. */
function numberOf(line: WireLine): number {
  if (line.kind === 'fold') return line.last
  return line.kind === 'unfolded' ? line.row.number : line.number
}

/** The number by which a line stands in its order, of a fold its last one; null: there is no line. */
export const lineNumber = (line: WireLine | undefined): number | null =>
  line === undefined ? null : numberOf(line)

/** By how many lines the one at this index stands elsewhere now, or what comes after it when it is gone. */
export function linesMoved(before: readonly WireLine[], now: readonly WireLine[], index: number): number {
  const line = before[index]
  if (line === undefined) return 0
  const there = indexOfLine(now, lineKey(line))
  if (there >= 0) return there - index
  const after = now.findIndex((other) => numberOf(other) >= numberOf(line))
  return (after < 0 ? now.length : after) - index
}

/** The numbers by which open folds are known, when one is opened or closed. */
export function toggledFolds(open: ReadonlySet<number>, fold: Fold): ReadonlySet<number> {
  const others = [...open].filter((number) => !holds(fold, number))
  return new Set(fold.isOpen ? others : [...others, fold.last])
}

/**
 * Folds runs of two and more rows that say nothing new: heartbeats, and polls that were answered like the one before.
 * `open` holds a number out of each fold that the reader has opened.
 */
export function foldTraffic(rows: readonly TrafficSummary[], open: ReadonlySet<number>): WireLine[] {
  const lastAnswer = new Map<string, string>()
  const lines: WireLine[] = []
  let run: { row: TrafficSummary; isPoll: boolean }[] = []

  const endRun = () => {
    const [first] = run
    const last = run.at(-1)
    if (first === undefined || last === undefined) return
    if (run.length === 1) lines.push(first.row)
    else {
      const isOpen = open.size > 0 && run.some(({ row }) => open.has(row.number))
      const ends = { first: first.row.number, last: last.row.number }
      lines.push({ kind: 'fold', ...ends, count: run.length, parts: foldParts(run), isOpen })
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
  // What has a cause has brought somebody something, as often as it is fetched.
  return isSame && row.status === 200 && row.cause === null
}

function foldParts(run: readonly { row: TrafficSummary; isPoll: boolean }[]): FoldPart[] {
  const counts = new Map<string | null, number>()
  for (const { row, isPoll } of run) {
    const poll = isPoll ? `${row.note} ${shortId(row.serviceId ?? '')}`.trim() : null
    counts.set(poll, (counts.get(poll) ?? 0) + (isAnswerFrame(row) ? 0 : 1))
  }
  // Of what heartbeats that are answers alone answer nothing is here.
  const beats = run.filter(({ isPoll }) => !isPoll).length
  return [...counts].map(([poll, count]) => ({ poll, count: count || beats }))
}

/** The other half of what a frame of the client has begun. */
const isAnswerFrame = ({ kind, method }: TrafficSummary): boolean => kind === 'frame' && method === 'RECEIVE'
