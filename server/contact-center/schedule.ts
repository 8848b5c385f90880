import { seconds } from '../runtime/clock.ts'
import type { Millis } from '../runtime/clock.ts'
import { cancelAlarm, setAlarm } from './alarm.ts'
import { queueCallback, scheduleCallback } from './callback.ts'
import type { Callback, PausedCallback, QueuedCallback, ScheduledCallback } from './callback.ts'
import { cancelPlace, cancelWaiting } from './completion.ts'
import { setDeadline } from './deadline.ts'
import { awaitNextTarget } from './next-target.ts'
import { withdrawAvailable } from './notification.ts'
import { pauseOrResume } from './paused-services.ts'
import { ensureQueue } from './queue-services.ts'
import { confirm } from './routing.ts'
import type { ServiceOptions } from './service-options.ts'
import type { Turn } from './turn.ts'

/** When a callback for this time is to be queued. */
export const executionTime = (desiredAt: Millis, options: ServiceOptions): Millis =>
  desiredAt - seconds(options.bufferSeconds)

/** Whether the time is far enough away to wait for it outside the queue. Contract 1.7. */
export const isScheduled = (turn: Turn, desiredAt: Millis, options: ServiceOptions): boolean =>
  executionTime(desiredAt, options) > turn.now

/** Waits for its time. Its queue has a record from now on, so that there is one when the time has come. */
export function putScheduled(turn: Turn, callback: ScheduledCallback, cause: number) {
  turn.tx.put('callback', callback)
  ensureQueue(turn, callback.queue)
  setAlarm(turn, 'execution', callback.id, executionTime(callback.desiredAt, callback.options), cause)
}

/** Stands in line from now on; who does not wait for an agent is confirmed with that. Contract 2.4. */
export function putQueued(turn: Turn, callback: QueuedCallback): Callback {
  turn.tx.put('callback', callback)
  const { id, service, queue, isSynthetic } = callback
  const cause = turn.append({ type: 'callback-queued', callback: id, service, queue, isSynthetic })
  ensureQueue(turn, queue)
  setAlarm(turn, 'expiry', id, callback.expiresAt, cause)
  setDeadline(turn, callback, cause)
  awaitNextTarget(turn, id, { enteredAt: callback.queuedAt, ...callback }, cause)
  if (!callback.options.waitForAgent) return confirm(turn, callback, cause)
  return pauseOrResume(turn, callback, cause)
}

/** The time of a scheduled callback has come near. */
export function execute(turn: Turn, callback: Callback) {
  if (callback.state === 'SCHEDULED') putQueued(turn, queueCallback(callback, turn.now))
}

/** Another time for a callback that is scheduled or in line: it waits for that, or stands where it stood. */
export function moveCallback(
  turn: Turn,
  callback: QueuedCallback | PausedCallback | ScheduledCallback,
  desiredAt: Millis,
) {
  const moved = {
    ...callback,
    desiredAt,
    isBooked: true,
    expiresAt: desiredAt + seconds(callback.options.ttlSeconds),
  }
  const cause = turn.append({ type: 'callback-rescheduled', callback: callback.id, desiredAt })
  setAlarm(turn, 'expiry', callback.id, moved.expiresAt, cause)
  if (isScheduled(turn, desiredAt, callback.options)) {
    cancelWaiting(turn, callback.id)
    cancelPlace(turn, callback.id)
    cancelAlarm(turn, 'deadline', callback.id)
    withdrawAvailable(turn, callback.id)
    if (callback.state !== 'SCHEDULED') {
      const { id, queue, queuedAt: waitedSince } = callback
      turn.append({ type: 'queue-postponed', callback: id, queue, waitedSince }, cause)
    }
    putScheduled(turn, scheduleCallback(moved), cause)
    return
  }
  turn.tx.put('callback', moved)
  cancelAlarm(turn, 'execution', callback.id)
  if (moved.state === 'SCHEDULED') execute(turn, moved)
}
