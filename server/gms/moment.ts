import { readTime } from '../runtime/calendar.ts'
import type { Millis } from '../runtime/clock.ts'
import type { Fields } from './fields.ts'
import { malformed } from './gms-error.ts'

/** A time that a field names; null when it names none. Refused: 400 when it cannot be read. */
export function readMoment(fields: Fields, name: string): Millis | null {
  const text = fields.text(name)?.trim()
  if (!text) return null
  const at = readTime(text)
  if (at === null) throw malformed(`${name} is not a time in UTC, as in 2013-05-28T15:30:00.000Z.`)
  return at
}
