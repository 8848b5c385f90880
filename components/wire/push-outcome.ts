import type { TrafficSummary } from '../../server/tester/contract.ts'

type PushRow = Pick<TrafficSummary, 'kind' | 'durationMillis' | 'note'>

/** A push that ended with the session which had it. The log notes it in these words (TA50). */
export const isLost = ({ kind, note }: PushRow): boolean => kind === 'push' && note.endsWith(', lost')

/** A push that has arrived: one that still waits, or that no session ever took, has no duration. */
export const isDelivered = (row: PushRow): boolean =>
  row.kind === 'push' && row.durationMillis !== null && !isLost(row)
