import { alarmId } from './alarm.ts'
import { first } from './invariant.ts'
import type { Invariant } from './invariant.ts'
import { defaultLimits } from './limits.ts'

/** What is counted in a window is in order of time, in so many parts at most. AD9. */
const windowsAreSmallAndInOrder: Invariant = (tx, now) =>
  first(tx.all('throttle'), ({ id, slots }) => {
    if (slots.length > defaultLimits.throttleSlotsMax) return `window ${id} has ${slots.length} parts`
    const isOdd = slots.some(([from, count], index) => {
      const previous = slots[index - 1]?.[0] ?? -Infinity
      return from <= previous || from > now || count < 1
    })
    return isOdd && `the parts of window ${id} are not in order`
  })

/** What is counted on a day is forgotten when it ends. AD9. */
const daysEnd: Invariant = (tx) =>
  tx.count('daily') > 0 && tx.get('alarm', alarmId('day-end', 'throttle')) === undefined
    ? 'what is counted today is never forgotten'
    : null

/** Rules of what is counted before a start request is taken. */
export const admissionInvariants: Readonly<Record<string, Invariant>> = { windowsAreSmallAndInOrder, daysEnd }
