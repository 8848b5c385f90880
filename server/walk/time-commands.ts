/** Clocks, restarts and everything begun anew. */
import * as fc from 'fast-check'
import { kind } from './kind.ts'

export const timeCommands = {
  advance: kind(8, fc.record({ millis: fc.integer({ min: 1, max: 40_000 }) }), ({ centre }, { millis }) =>
    centre.control.advance(millis),
  ),
  'advance-far': kind(
    1,
    fc.record({ millis: fc.integer({ min: 1, max: 900_000 }) }),
    ({ centre }, { millis }) => centre.control.advance(millis),
  ),
  /** As fast as everything can happen; whatever comes next waits until it is there. */
  hurry: kind(0.5, fc.record({ millis: fc.integer({ min: 1, max: 900_000 }) }), ({ centre }, { millis }) =>
    centre.control.hurry(millis),
  ),
  /** Real time passes: the centre's passes as its clock goes. */
  pass: kind(2, fc.record({ millis: fc.integer({ min: 1, max: 20_000 }) }), (world, { millis }) =>
    world.pass(millis),
  ),
  pause: kind(1, fc.record({ isPaused: fc.boolean() }), ({ centre }, { isPaused }) =>
    centre.control.setPaused(isPaused),
  ),
  'set-rate': kind(0.5, fc.record({ rate: fc.constantFrom(1, 0.1, 7, 60, 0) }), ({ centre }, { rate }) =>
    centre.control.setRate(rate),
  ),
  /** The centre is closed, and opened again after so long. */
  restart: kind(1, fc.record({ downMillis: fc.constantFrom(0, 0, 5000, 600_000) }), (world, { downMillis }) =>
    world.restart(downMillis),
  ),
  /** The process ends in the middle of a transaction: so many from now on, and before or after it is kept. */
  kill: kind(1, fc.record({ after: fc.nat(3), isKept: fc.boolean() }), (world, { after, isKept }) =>
    world.kill(after, isKept),
  ),
  reset: kind(0.15, fc.record({ seed: fc.constantFrom(1, 2) }), async (world, { seed }) => {
    await world.centre.control.reset(seed)
    return world.furnish()
  }),
  'undo-reset': kind(0.4, fc.constant({}), ({ centre }) => centre.control.undoReset()),
}
