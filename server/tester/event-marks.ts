import type { CentreEvent } from '../contact-center/event.ts'
import type { CentreStorage } from '../contact-center/records.ts'
import type { Millis } from '../runtime/clock.ts'
import type { Numbered } from '../storage/port.ts'

type Mark = Pick<Numbered<CentreEvent>, 'number' | 'at'>

/** How far the contact centre's events had come when each row of the wire began: it puts the two in one order. */
export interface EventMarks {
  /** An event has happened; numbers begin anew with a reset. */
  happened(event: Mark): void
  /** Events there are up to this one, of which the log knows nothing; null: there are none. */
  goOnFrom(event: Mark | null): void
  /** The log has forgotten what it knew. */
  forgotten(): void
  /** A row begins. */
  began(row: number): void
  /** The newest event when this row began; 0 when none had happened, or nobody knows any more. */
  before(row: number): number
  /**
   * Whether the log was begun, or begun anew, only after what was created then; of the same moment the oldest of its
   * events that is kept decides. That alone would not do: the history lets the first ones go.
   */
  isOlderThanLog(createdAt: Millis, oldestEvent: number | null): boolean
  /** The same storage, whose events are followed when it is restored: listeners hear nothing of that. */
  noting(storage: CentreStorage): CentreStorage
}

/** Remembers the newest so many rows, whose numbers follow one another. */
export function createEventMarks(rowsMax: number): EventMarks {
  /** In a ring. */
  const marks: number[] = []
  let newestRow = 0
  let newest: Mark | null = null
  let unknownTo: Mark | null = null
  const goOnFrom = (event: Mark | null) => {
    newest = event
    unknownTo = event
  }
  return {
    happened(event) {
      newest = event
    },
    goOnFrom,
    forgotten() {
      unknownTo = newest
    },
    began(row) {
      newestRow = row
      marks[row % rowsMax] = newest?.number ?? 0
    },
    before: (row) => (row > newestRow - rowsMax && row <= newestRow ? (marks[row % rowsMax] ?? 0) : 0),
    isOlderThanLog(createdAt, oldestEvent) {
      if (unknownTo === null || createdAt > unknownTo.at) return false
      return createdAt < unknownTo.at || (oldestEvent !== null && oldestEvent <= unknownTo.number)
    },
    noting: (storage) => ({
      ...storage,
      restore: (snapshot) =>
        // Not before: what is still told is of the history that goes.
        storage.restore(snapshot).then(() => goOnFrom(snapshot.events.at(-1) ?? null)),
    }),
  }
}
