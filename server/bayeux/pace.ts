import { randomInt } from 'node:crypto'
import type { Clock, Millis } from '../runtime/clock.ts'
import type { BayeuxLimits } from './limits.ts'

/** How fast clients come, and how long each is asked to wait so that they do not all come at once. */
export function createPace(clock: Clock, limits: BayeuxLimits) {
  let second = 0
  let admitted = 0
  let expected = 0
  let expectedBefore = 0

  function turn(): void {
    const present = Math.floor(clock.now() / 1000)
    if (present === second) return
    expectedBefore = present === second + 1 ? expected : 0
    admitted = 0
    expected = 0
    second = present
  }

  /** A random part of the time that this many clients need to come one after another. */
  function pauseFor(clients: number): Millis {
    const needed = (clients / limits.handshakesPerSecondCalm) * 1000
    return randomInt(Math.floor(Math.min(needed, limits.reconnectSpreadMax)) + 1)
  }

  return {
    /** A client shakes hands; false when that is one too many in this second. */
    admit(): boolean {
      turn()
      expected += 1
      if (admitted >= limits.handshakesPerSecondMax) return false
      admitted += 1
      return true
    },
    /** A client is sent away to shake hands. */
    sendBack(): void {
      turn()
      expected += 1
    },
    /** A pause for as many clients as came within a second. */
    pause(): Millis {
      turn()
      const rate = Math.max(expected, expectedBefore)
      return rate > limits.handshakesPerSecondCalm ? pauseFor(rate) : 0
    },
    pauseFor,
  }
}
