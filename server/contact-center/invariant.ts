import type { Millis } from '../runtime/clock.ts'
import type { CentreTransaction } from './records.ts'

/** What holds after every turn; says what is wrong, or null. */
export type Invariant = (tx: CentreTransaction, now: Millis) => string | null

/** What is wrong with the first item that is. */
export const first = <T>(items: readonly T[], wrong: (item: T) => string | false): string | null => {
  for (const item of items) {
    const message = wrong(item)
    if (message !== false) return message
  }
  return null
}
