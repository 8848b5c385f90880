import type { Millis } from '../runtime/clock.ts'
import type { SteerableClock } from '../runtime/steerable-clock.ts'

/** The clock going as fast as everything can happen, up to a time of its own. */
export interface Hurry {
  /** Null: it does not hurry. */
  until(): Millis | null
  begin(until: Millis): void
  /** What is happening still happens; the clock then goes on as before. */
  end(): void
}

/** How far it goes before it looks whether it still has to: whatever is due in that time is done in turns of its own. */
const stride: Millis = 60_000

/** `arrived` is called when the time has come, not when it is ended before; what it or the clock throws goes to `onError`. */
export function createHurry(options: {
  clock: SteerableClock
  arrived: () => Promise<unknown>
  onError: (error: unknown) => void
}): Hurry {
  const { clock, arrived, onError } = options
  let current: { readonly until: Millis } | null = null

  async function run(hurry: { readonly until: Millis }) {
    const stands = () => current === hurry
    while (stands() && clock.now() < hurry.until) {
      const now = clock.now()
      const far = Math.max(now + stride, clock.next() ?? hurry.until)
      await clock.advance(Math.min(far, hurry.until) - now)
    }
    if (!stands()) return
    current = null
    await arrived()
  }

  return {
    until: () => current?.until ?? null,
    begin(until) {
      const hurry = { until }
      current = hurry
      run(hurry).catch((error: unknown) => {
        if (current === hurry) current = null
        onError(error)
      })
    },
    end() {
      current = null
    },
  }
}
