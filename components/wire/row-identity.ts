import type { TrafficSummary } from '../../server/tester/contract.ts'
import { fetchTraffic } from '../traffic-queries.ts'

/** What a row is known by. A tester that is started anew counts from 1 again: the number alone may name another one. */
export type RowIdentity = Pick<TrafficSummary, 'number' | 'at'>

/** Whether these are the same row, of the same log. */
export const isSameRow = (a: RowIdentity, b: RowIdentity): boolean => a.number === b.number && a.at === b.at

/** Whether the tester's log is still the one of this row, which need not be kept any more. */
export async function isOfThisLog(row: RowIdentity): Promise<boolean> {
  const { items } = await fetchTraffic(row.number - 1, 1)
  const [found] = items
  return found !== undefined && (found.number !== row.number || isSameRow(found, row))
}

/** What was meant for a row would have gone to another one, or to none: its log is no more. */
export class OtherLog extends Error {
  constructor({ number }: RowIdentity) {
    super(`Row ${number} is of a log that is no more.`)
    this.name = 'OtherLog'
  }
}
