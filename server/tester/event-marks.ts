/** How far the contact centre's events had come when each row of the wire began: it puts the two in one order. */
export interface EventMarks {
  /** An event has happened; numbers begin anew with a reset. */
  happened(event: number): void
  /** A row begins. */
  began(row: number): void
  /** The newest event when this row began; 0 when none had happened, or nobody knows any more. */
  before(row: number): number
}

/** Remembers the newest so many rows, whose numbers follow one another. */
export function createEventMarks(rowsMax: number): EventMarks {
  /** In a ring. */
  const marks: number[] = []
  let newestRow = 0
  let newest = 0
  return {
    happened(event) {
      newest = event
    },
    began(row) {
      newestRow = row
      marks[row % rowsMax] = newest
    },
    before: (row) => (row > newestRow - rowsMax && row <= newestRow ? (marks[row % rowsMax] ?? 0) : 0),
  }
}
