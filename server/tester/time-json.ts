import type { Millis } from '../runtime/clock.ts'

/** An instant as the API writes it: ISO 8601, UTC. */
export const isoTime = (at: Millis): string => new Date(at).toISOString()

/** The same, where there may be none. */
export const isoTimeOrNull = (at: Millis | null): string | null => (at === null ? null : isoTime(at))
