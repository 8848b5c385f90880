import type { TrafficDetail, TrafficSummary } from '../../server/tester/contract.ts'

/** More effects than this are found on the wire itself. */
const effectsMax = 20

/** The rows that one has to do with. */
export interface Around {
  readonly known: ReadonlyMap<number, TrafficSummary>
  /** The first of those that it led to. */
  readonly effects: readonly number[]
  /** How many more there are. */
  readonly effectsMore: number
  readonly replays: readonly number[]
}

/** What the log says of a row's causes and effects, and what has come since it was asked. */
export function around(
  detail: Pick<TrafficDetail, 'number' | 'cause' | 'replayOf' | 'effects'>,
  rows: readonly TrafficSummary[],
): Around {
  const ours = new Set([detail.cause, detail.replayOf, ...detail.effects])
  const known = new Map<number, TrafficSummary>()
  const effects = new Set(detail.effects)
  const replays: number[] = []
  for (const row of rows) {
    if (row.cause === detail.number) effects.add(row.number)
    if (row.replayOf === detail.number) replays.push(row.number)
    if (row.cause === detail.number || row.replayOf === detail.number || ours.has(row.number))
      known.set(row.number, row)
  }
  const all = [...effects].sort((a, b) => a - b)
  return {
    known,
    effects: all.slice(0, effectsMax),
    effectsMore: Math.max(0, all.length - effectsMax),
    replays,
  }
}
