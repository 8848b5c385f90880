import type { Millis } from '../runtime/clock.ts'
import { extOf, type Message } from './message.ts'

/** Offsets below this are the network's, not the clock's. */
const tolerance: Millis = 25

/**
 * What the time-synchronization extension of one message is answered, but for how long it was held: `tc`, the client's
 * clock when it sent the message, `ts`, ours when it arrived, and `a`, by how much the client's idea of ours is wrong.
 * Null when the message does not ask, or when its clock is known well enough.
 */
export function syncOf(message: Message, arrivedAt: Millis) {
  const asked = extOf(message)?.['timesync']
  if (typeof asked !== 'object' || asked === null) return null
  const { tc, l: lag, o: offset }: Record<string, unknown> = { ...asked }
  if (typeof tc !== 'number' || typeof lag !== 'number' || typeof offset !== 'number') return null
  const accuracy = tc + offset + lag - arrivedAt
  if (!Number.isFinite(accuracy)) return null
  return lag === 0 || Math.abs(accuracy) >= tolerance ? { tc, ts: arrivedAt, a: accuracy } : null
}
