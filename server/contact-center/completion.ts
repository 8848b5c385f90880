import { cancelAlarm } from './alarm.ts'
import type { Callback } from './callback.ts'
import { completeCallback, lineOfCallback } from './callback.ts'
import type { CallbackId } from './contact-center.ts'
import { withdrawAvailable } from './notification.ts'
import type { Ending } from './ending.ts'
import type { Turn } from './turn.ts'

/** The callback is over. Its chat, notifications and mailbox stay until its time to live ends. Decision 9. */
export function complete(turn: Turn, callback: Callback, { reason, rule }: Ending, cause?: number): Callback {
  const completed = completeCallback(callback, { reason, rule }, turn.now)
  turn.tx.put('callback', completed)
  cancelWaiting(turn, callback.id)
  cancelAlarm(turn, 'deadline', callback.id)
  if (lineOfCallback(callback) !== undefined) cancelPlace(turn, callback.id)
  if (callback.state === 'SCHEDULED') cancelAlarm(turn, 'execution', callback.id)
  turn.append({ type: 'callback-completed', callback: callback.id, reason }, cause)
  if (lineOfCallback(callback) !== undefined) {
    const { id, queue, queuedAt: waitedSince } = callback
    turn.append({ type: 'queue-abandoned', callback: id, queue, waitedSince, reason })
  }
  withdrawAvailable(turn, callback.id)
  return completed
}

/** Whatever was going to happen to a customer who only waits does not happen any more. */
export function cancelWaiting(turn: Turn, callback: CallbackId) {
  cancelAlarm(turn, 'confirmation', callback)
  cancelAlarm(turn, 'announcement', callback)
  cancelAlarm(turn, 'snooze', callback)
}

/** It stands in no line any more, neither by itself nor with its chat. */
export function cancelPlace(turn: Turn, callback: CallbackId) {
  cancelAlarm(turn, 'refusals', callback)
  cancelAlarm(turn, 'target', callback)
}
