import { isDay, localTime } from '../runtime/calendar.ts'
import type { Millis } from '../runtime/clock.ts'
import { isObject, readObject } from './json-object.ts'
import { readZone } from './office-hours.ts'

/** How many bookings a slot takes, by the hour in which it begins: an hour that is not named takes none. */
type Hours = ReadonlyMap<number, number>

/** How many bookings each slot of a week takes. What is said of a date goes before its weekday. Contract 6.4. */
export interface Capacity {
  readonly zone: string
  /** By weekday, 1 being Monday. */
  readonly weekdays: ReadonlyMap<number, Hours>
  /** By date, `2026-12-24`. */
  readonly dates: ReadonlyMap<string, Hours>
}

/** A slot takes no more than this. */
const slotMax = 1000

type Parsed =
  | { readonly ok: true; readonly days: ReadonlyMap<string, Hours> }
  | { readonly ok: false; readonly message: string }

const refused = (message: string): Parsed => ({ ok: false, message })

/** `{"1":{"1000":5,"1100":3}}`: for each day that `isKey` knows, hours of the day and bookings a slot. */
function parse(text: string, isKey: (key: string) => boolean, example: string): Parsed {
  const days = readObject(text)
  if (days === null) return refused(`This is not a JSON object, as in ${example}.`)
  const read = new Map<string, Hours>()
  for (const [key, value] of Object.entries(days)) {
    if (!isKey(key)) return refused(`“${key}” is not the day, as in ${example}.`)
    if (!isObject(value)) return refused(`“${key}” has no hours, as in ${example}.`)
    const hours = new Map<number, number>()
    for (const [hour, count] of Object.entries(value)) {
      if (!/^([01]\d|2[0-3])00$/.test(hour)) return refused(`“${hour}” is not an hour from 0000 to 2300.`)
      if (!Number.isInteger(count) || Number(count) < 0 || Number(count) > slotMax)
        return refused(`The capacity at ${hour} is not a whole number from 0 to ${slotMax}.`)
      hours.set(Number(hour) / 100, Number(count))
    }
    read.set(key, hours)
  }
  return { ok: true, days: read }
}

const parseWeekday = (text: string, weekday: number): Parsed =>
  parse(text, (key) => key === String(weekday), `{"${weekday}":{"1000":5,"1100":3}}`)

const parseDates = (text: string): Parsed => parse(text, isDate, '{"2026-12-24":{"0900":2}}')

function isDate(key: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(key)
  return match !== null && isDay(Number(match[2]), Number(match[3]), Number(match[1]))
}

/** What is wrong with the capacity of a weekday, or with that of dates (null); null when it is right. */
export function capacityFault(weekday: number | null, value: string): string | null {
  const parsed = weekday === null ? parseDates(value) : parseWeekday(value, weekday)
  return parsed.ok ? null : parsed.message
}

/** Options that have been validated, ready for use. */
export function readCapacity(effective: Readonly<Record<string, string>>): Capacity {
  const weekdays = new Map<number, Hours>()
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const parsed = parseWeekday(effective[`_capacity_${weekday}`] ?? '', weekday)
    const hours = parsed.ok ? parsed.days.get(String(weekday)) : undefined
    if (hours !== undefined) weekdays.set(weekday, hours)
  }
  const added = parseDates(effective._capacity_add ?? '')
  return { zone: readZone(effective), weekdays, dates: added.ok ? added.days : new Map() }
}

/** How many bookings a slot that begins at this instant takes. */
export function capacityAt({ zone, weekdays, dates }: Capacity, at: Millis): number {
  const { year, month, day, weekday, minute } = localTime(zone, at)
  const date = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ].join('-')
  return (dates.get(date) ?? weekdays.get(weekday))?.get(Math.floor(minute / 60)) ?? 0
}
