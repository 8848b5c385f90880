import type { Clock, Millis } from './clock.ts'
import { nextTurn } from './next-turn.ts'
import { createSteerableClock, type SteerableClock } from './steerable-clock.ts'

/** Where virtual time begins unless told otherwise: a Monday morning, 2024-01-15 09:00 UTC. */
const startDefault: Millis = 1_705_309_200_000

/**
 * A clock that only moves when it is advanced, and never knows what time it is outside. `quiet` as for the steerable
 * clock; without it, one turn of the event loop.
 */
export function createVirtualClock(
  start: Millis = startDefault,
  quiet: () => Promise<void> = nextTurn,
): SteerableClock {
  const setting = { isPaused: true, rate: 1, at: start, baseAt: start }
  return createSteerableClock({ base: createFrozenClock(start), start: setting, quiet })
}

/** A clock that stands still: what is due already is called at once, the rest never. */
function createFrozenClock(reading: Millis): Clock {
  return {
    now: () => reading,
    at(time, wake) {
      let isCalledOff = time > reading
      queueMicrotask(() => {
        if (!isCalledOff) wake()
      })
      return () => {
        isCalledOff = true
      }
    },
  }
}
