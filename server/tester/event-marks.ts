import { RecentMap } from '../runtime/recent-map.ts'

/** How far the contact centre's events had come when each row of the wire began: it puts the two in one order. */
export interface EventMarks {
  /** An event has happened; numbers begin anew with a reset. */
  happened(event: number): void
  /** A row begins. */
  began(row: number): void
  /** The newest event when this row began; 0 when none had happened, or nobody knows any more. */
  before(row: number): number
}

/** Remembers the newest so many rows. */
export function createEventMarks(rowsMax: number): EventMarks {
  const marks = new RecentMap<number, number>(rowsMax)
  let newest = 0
  return {
    happened(event) {
      newest = event
    },
    began(row) {
      marks.set(row, newest)
    },
    before: (row) => marks.get(row) ?? 0,
  }
}
