import { timeText } from '../runtime/calendar.ts'
import type { Millis } from '../runtime/clock.ts'
import { requireBookable } from './booking.ts'
import type { Callback } from './callback.ts'
import { Refused } from './refusal.ts'
import { moveCallback } from './schedule.ts'
import { readDesiredTime } from './start-callback.ts'
import type { Turn } from './turn.ts'

/** Whatever a request may say of the callback's own; it is read, and never a property. */
const own = ['_desired_time', '_new_desired_time', '_callback_state']

/** Changes what was submitted and, when the request names a time, when the callback is wanted. Contract 1.5. */
export function updateCallback(turn: Turn, callback: Callback, submitted: Readonly<Record<string, string>>) {
  const desiredAt = readDesiredTime(submitted, '_new_desired_time', '_desired_time')
  const changed = changeProperties(turn, callback, submitted)
  if (desiredAt !== null && desiredAt !== callback.desiredAt) move(turn, changed, desiredAt)
}

/** A key that is set to nothing disappears. Contract 1.4 [T]. */
function changeProperties(
  turn: Turn,
  callback: Callback,
  submitted: Readonly<Record<string, string>>,
): Callback {
  const entries = Object.entries(submitted).filter(([name]) => !own.includes(name))
  const properties = Object.fromEntries(
    Object.entries({ ...callback.properties, ...Object.fromEntries(entries) }).filter(
      ([, value]) => value !== '',
    ),
  )
  const isSame = JSON.stringify(properties) === JSON.stringify(callback.properties)
  if (isSame) return callback
  const changed = { ...callback, properties }
  turn.tx.put('callback', changed)
  turn.append({ type: 'callback-changed', callback: callback.id })
  return changed
}

function move(turn: Turn, callback: Callback, desiredAt: Millis) {
  const { state } = callback
  if (state !== 'SCHEDULED' && state !== 'QUEUED' && state !== 'PAUSED')
    throw new Refused('callback-not-movable', callback.id, [], { callback: callback.id, state })
  const { service, options } = callback
  requireBookable(turn, { service, options, desiredAt }, callback)
  const { properties } = callback
  const renewed = Object.hasOwn(properties, '_desired_time')
    ? { ...properties, _desired_time: timeText(desiredAt) }
    : properties
  moveCallback(turn, { ...callback, properties: renewed }, desiredAt)
}
