/** One stream of chance, the same each time it is asked for under the same seed, purpose and key. */
export interface Draw {
  /** At least 0, below 1. */
  fraction(): number
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number
  /** So many lower-case hex digits. */
  hex(digits: number): string
  /** A UUID, version 4. */
  uuid(): string
}

/**
 * The door through which chance comes in. Chance is keyed, not streamed: a transaction that runs twice draws the
 * same number twice, and two purposes never disturb each other.
 */
export interface Random {
  for(purpose: string, key: string | number): Draw
}
