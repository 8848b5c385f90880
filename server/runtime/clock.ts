/** Milliseconds: an instant since 1970 (UTC), or a length of time; the name of the value says which. */
export type Millis = number

/** The door through which time comes in. Nothing behind it looks at a wall clock. */
export interface Clock {
  /** The present instant on this clock. */
  now(): Millis
  /**
   * Calls `wake` once, when this clock reads `time` or later, in the order of `time` and then of asking; never
   * during the call itself. Returns a function that calls it off.
   */
  at(time: Millis, wake: () => void): () => void
}

/** So many seconds, in milliseconds. */
export const seconds = (count: number): Millis => count * 1000
/** So many minutes, in milliseconds. */
export const minutes = (count: number): Millis => count * 60_000
