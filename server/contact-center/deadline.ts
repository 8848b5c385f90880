import { seconds } from '../runtime/clock.ts'
import type { Millis } from '../runtime/clock.ts'
import { setAlarm } from './alarm.ts'
import type { Callback } from './callback.ts'
import type { Ending } from './ending.ts'
import type { Turn } from './turn.ts'

/** Until when a callback may stay as it is, and what ends it then. Contract 1.7. */
export interface Deadline extends Ending {
  readonly at: Millis
}

/**
 * The next time-out of a callback as it stands; null when nothing but its time to live ends it. Which reason fits which
 * option is ours: the contract names both, and no pairs.
 */
export function nextDeadline(callback: Callback): Deadline | null {
  const { queuedAt, options } = callback
  const queued: Deadline = {
    at: queuedAt + seconds(options.queuedTtlSeconds),
    reason: 'FAIL_TIMEOUT_TTL',
    rule: 'TO1',
  }
  const wait: Deadline | null =
    options.queueWaitSeconds === 0
      ? null
      : { at: queuedAt + seconds(options.queueWaitSeconds), reason: 'FAIL_QUEUEING', rule: 'TO3' }
  switch (callback.state) {
    // A pause stops nobody's time.
    case 'PAUSED':
    case 'QUEUED': {
      const threshold: Deadline = {
        at: queuedAt + seconds(options.thresholdSeconds),
        reason: 'NOT_AVAILABLE',
        rule: 'TO2',
      }
      return earliest(queued, wait, callback.wasAnnounced ? null : threshold)
    }
    case 'ROUTING':
      // The chat has taken the place of the virtual interaction.
      return callback.hasChat ? wait : earliest(queued, wait)
    case 'PROCESSING':
      return {
        at: callback.since + seconds(options.ixnDeleteSeconds),
        reason: 'AGENT_CONNECTED',
        rule: 'TO4',
      }
    case 'SCHEDULED':
    case 'COMPLETED':
      return null
  }
}

function earliest(first: Deadline, ...others: readonly (Deadline | null)[]): Deadline {
  return others.reduce<Deadline>(
    (least, other) => (other !== null && other.at < least.at ? other : least),
    first,
  )
}

/**
 * Sets the alarm of the next time-out. It may stand when the callback has got on since: whoever acts on it looks
 * again, and it never stands too late.
 */
export function setDeadline(turn: Turn, callback: Callback, cause: number | null) {
  const deadline = nextDeadline(callback)
  if (deadline !== null) setAlarm(turn, 'deadline', callback.id, deadline.at, cause)
}
