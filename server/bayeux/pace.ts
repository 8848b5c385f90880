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

  /** A client comes to shake hands, or is sent away to do so. */
  function expect(): void {
    turn()
    expected += 1
  }

  /** A random part of the time that this many clients need to come one after another, and of no less than `least`. */
  function pauseFor(clients: number, least: Millis = 0): Millis {
    const needed = Math.max((clients / limits.handshakesPerSecondCalm) * 1000, least)
    return randomInt(Math.floor(Math.min(needed, limits.reconnectSpreadMax)) + 1)
  }

  return {
    /** A client shakes hands; false when that is one too many in this second. */
    admit(): boolean {
      expect()
      admitted += 1
      return admitted <= limits.handshakesPerSecondMax
    },
    expect,
    /** A pause for as many clients as came within a second. */
    pause(): Millis {
      turn()
      const rate = Math.max(expected, expectedBefore)
      return rate > limits.handshakesPerSecondCalm ? pauseFor(rate) : 0
    },
    pauseFor,
  }
}
