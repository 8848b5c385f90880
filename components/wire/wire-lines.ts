import type { TrafficSummary } from '../../server/tester/contract.ts'
import { shortId, wordOf } from './traffic-row.ts'

/** A line of the wire: a row, or a run of rows in which nothing happened. */
export type WireLine =
  | { readonly kind: 'row'; readonly row: TrafficSummary; readonly isUnfolded: boolean }
  | {
      readonly kind: 'fold'
      /** The number of its first row: what the fold is known by, however long it grows. */
      readonly first: number
      readonly count: number
      readonly text: string
      readonly isOpen: boolean
    }

/** What a line is known by while lines come and go around it. */
export const lineKey = (line: WireLine) =>
  line.kind === 'row' ? rowKey(line.row.number) : `fold-${line.first}`

/** The key of the line that shows the row of this number. */
export const rowKey = (number: number) => `row-${number}`

export type TrafficGroup = 'rest' | 'push' | 'bayeux'

export interface WireFilter {
  readonly text: string
  readonly groups: ReadonlySet<TrafficGroup>
  /** Only what belongs to this customer; null: everybody. */
  readonly customer: { readonly user: string; readonly serviceId: string | null } | null
}

/** Which switch of the toolbar shows a row. */
export function groupOf(row: TrafficSummary): TrafficGroup {
  const word = wordOf(row)
  return word === 'REST' ? 'rest' : word === 'PUSH' ? 'push' : 'bayeux'
}

/** The rows a filter lets through. Every word of its text must be found somewhere in the row. */
export function filterTraffic(rows: readonly TrafficSummary[], filter: WireFilter): TrafficSummary[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter((row) => {
    if (!filter.groups.has(groupOf(row))) return false
    const { customer } = filter
    if (customer && row.user !== customer.user && (row.serviceId ?? '') !== customer.serviceId) return false
    if (words.length === 0) return true
    const text = [
      `#${row.number}`,
      wordOf(row),
      row.method,
      row.path,
      row.status,
      row.note,
      row.serviceId,
      row.user,
    ]
      .join(' ')
      .toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

const polls = [
  'check-queue-position',
  'retrieve-notifications',
  'retrieve-agent-notifications',
  'ixn/chat/refresh',
]

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
    if (run.length === 1) lines.push({ kind: 'row', row: first.row, isUnfolded: false })
    else {
      const isOpen = open.has(first.row.number)
      lines.push({ kind: 'fold', first: first.row.number, count: run.length, text: foldText(run), isOpen })
      if (isOpen) for (const { row } of run) lines.push({ kind: 'row', row, isUnfolded: true })
    }
    run = []
  }

  for (const row of rows) {
    const isPoll = isRepeatedPoll(row, lastAnswer)
    if (row.isHeartbeat || isPoll) run.push({ row, isPoll })
    else {
      endRun()
      lines.push({ kind: 'row', row, isUnfolded: false })
    }
  }
  endRun()
  return lines
}

function isRepeatedPoll(row: TrafficSummary, lastAnswer: Map<string, string>): boolean {
  if (row.kind !== 'exchange' || !polls.includes(row.note)) return false
  const answer = `${row.status} ${row.responseBytes}`
  const isSame = lastAnswer.get(row.path) === answer
  lastAnswer.set(row.path, answer)
  return isSame && row.status === 200
}

function foldText(run: readonly { row: TrafficSummary; isPoll: boolean }[]): string {
  const counts = new Map<string, number>()
  for (const { row, isPoll } of run) {
    const name = isPoll ? `${row.note} ${shortId(row.serviceId ?? '')}`.trim() : 'heartbeat'
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .map(([name, count]) =>
      name === 'heartbeat' ? `${count} heartbeat${count === 1 ? '' : 's'}` : `${count} × ${name}`,
    )
    .join(', ')
}
