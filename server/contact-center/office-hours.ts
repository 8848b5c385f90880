import { isDay, isTimeZone, localTime } from '../runtime/calendar.ts'
import type { LocalTime } from '../runtime/calendar.ts'
import type { Millis } from '../runtime/clock.ts'
import { familyOf } from './calendar-options.ts'

/** From a minute of the day to before another, 1440 being midnight at its end. */
interface Span {
  readonly from: number
  readonly to: number
}

/** A date, of one year or of every year. */
interface DayOfYear {
  readonly year: number | null
  readonly month: number
  readonly day: number
}

/** When an office is open. What is added goes before holidays, and those before the regular hours. Contract 6.4. */
export interface OfficeHours {
  readonly zone: string
  readonly regular: readonly { readonly weekdays: readonly number[]; readonly span: Span }[]
  readonly added: readonly { readonly date: DayOfYear; readonly span: Span }[]
  readonly holidays: readonly DayOfYear[]
}

const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** `Mon-Fri 08:00-20:00`, `Mon,Wed 09:00-24:00`; null when it is neither. */
function readRegular(text: string): OfficeHours['regular'][number] | null {
  const match = /^(\S+) +(\S+)$/.exec(text.trim())
  const span = readSpan(match?.[2] ?? '')
  if (match === null || span === null) return null
  const weekdays = (match[1] ?? '').split(',').map(readWeekdays)
  return weekdays.includes(null) ? null : { weekdays: weekdays.flatMap((days) => days ?? []), span }
}

/** `Mon`, `Mon-Fri`, and over the week's end `Sat-Mon`. */
function readWeekdays(text: string): number[] | null {
  const [first = '', last = first, ...more] = text.split('-')
  const [from, to] = [weekdayNames.indexOf(first), weekdayNames.indexOf(last)]
  if (from === -1 || to === -1 || more.length > 0) return null
  const count = ((to - from + 7) % 7) + 1
  return Array.from({ length: count }, (_, index) => ((from + index) % 7) + 1)
}

/** `08:00-20:00`; the end is later than the beginning and at most 24:00. */
function readSpan(text: string): Span | null {
  const match = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(text)
  if (match === null) return null
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = match.slice(1).map(Number)
  const [from, to] = [fromHour * 60 + fromMinute, toHour * 60 + toMinute]
  return fromMinute < 60 && toMinute < 60 && from < to && to <= 1440 ? { from, to } : null
}

/** `2026-12-24 09:00-12:00`, or `12-24 09:00-12:00` for every year; null when it is neither. */
function readAdded(text: string): OfficeHours['added'][number] | null {
  const match = /^(\S+) +(\S+)$/.exec(text.trim())
  const [date, span] = [readDate(match?.[1] ?? ''), readSpan(match?.[2] ?? '')]
  return date === null || span === null ? null : { date, span }
}

/** `2020-07-15`, or `07-15` for every year; null when it is neither. */
function readDate(text: string): DayOfYear | null {
  const match = /^(?:(\d{4})-)?(\d\d)-(\d\d)$/.exec(text.trim())
  if (match === null) return null
  const year = match[1] === undefined ? null : Number(match[1])
  const [month, day] = [Number(match[2]), Number(match[3])]
  return isDay(month, day, year ?? undefined) ? { year, month, day } : null
}

/** What is wrong with the value of an option of office hours, as one sentence; null when it is right. */
export function officeHoursFault(
  kind: 'regular-hours' | 'added-hours' | 'holiday',
  value: string,
): string | null {
  switch (kind) {
    case 'regular-hours':
      return readRegular(value) === null
        ? `“${value}” is not days and hours, as in Mon-Fri 08:00-20:00.`
        : null
    case 'added-hours':
      return readAdded(value) === null
        ? `“${value}” is not a day and hours, as in 2026-12-24 09:00-12:00 or 12-24 09:00-12:00.`
        : null
    case 'holiday':
      return readDate(value) === null ? `“${value}” is not a day, as in 2026-12-25 or 12-25.` : null
  }
}

/** Options that have been validated, ready for use. */
export function readOfficeHours(effective: Readonly<Record<string, string>>): OfficeHours {
  const read = <T>(family: string, reader: (text: string) => T | null): T[] =>
    Object.entries(effective).flatMap(([name, value]) => {
      if (name === family || familyOf(name) !== family || value.trim() === '') return []
      return reader(value) ?? []
    })
  return {
    zone: readZone(effective),
    regular: read('_bh_regular*', readRegular),
    added: read('_bh_add*', readAdded),
    holidays: read('_holiday*', readDate),
  }
}

/** The zone of a calendar; UTC unless it says another. */
export function readZone(effective: Readonly<Record<string, string>>): string {
  const zone = effective._timezone?.trim() ?? ''
  return isTimeZone(zone) ? zone : 'UTC'
}

/** Whether the office is open at this instant. */
export function isOpen(hours: OfficeHours, at: Millis): boolean {
  const local = localTime(hours.zone, at)
  if (hours.added.some(({ date, span }) => isOnDay(date, local) && isWithin(span, local))) return true
  if (hours.holidays.some((date) => isOnDay(date, local))) return false
  return hours.regular.some(({ weekdays, span }) => weekdays.includes(local.weekday) && isWithin(span, local))
}

const isWithin = ({ from, to }: Span, { minute }: LocalTime): boolean => from <= minute && minute < to

const isOnDay = (date: DayOfYear, local: LocalTime): boolean =>
  date.month === local.month && date.day === local.day && (date.year === null || date.year === local.year)
