import type { Millis } from './clock.ts'

/** What clocks and calendars in some place show. */
export interface LocalTime {
  readonly year: number
  /** From 1. */
  readonly month: number
  readonly day: number
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number
  /** Minutes since midnight. */
  readonly minute: number
}

/** `2013-05-28T15:30:00.000Z` and what means the same; null for anything else, a day that is in no month included. */
export function readTime(text: string): Millis | null {
  const match =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(?:Z|([+-])(\d\d):?(\d\d))$/.exec(text)
  if (match === null) return null
  const [
    ,
    year,
    month,
    day,
    hour,
    minute,
    second = '0',
    fraction = '0',
    sign,
    zoneHour = '0',
    zoneMinute = '0',
  ] = match
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number(fraction.padEnd(3, '0')),
  )
  const isReal =
    new Date(local).toISOString().slice(0, 16) === text.slice(0, 16) &&
    Number(second) < 60 &&
    Number(zoneMinute) < 60
  if (!isReal) return null
  const offset = (Number(zoneHour) * 60 + Number(zoneMinute)) * 60_000
  return sign === '-' ? local + offset : local - offset
}

/** `2013-05-28T15:30:00.000Z` */
export const timeText = (at: Millis): string => new Date(at).toISOString()

/** Whether the month has this day in some year. */
export const isDay = (month: number, day: number, year = 2024): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()

/** So many months later in UTC; a day that the month does not have is its last. */
export function addMonths(at: Millis, months: number): Millis {
  const from = new Date(at)
  const first = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1)
  const days = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate()
  const sinceMidnight = at - Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate())
  return first + (Math.min(from.getUTCDate(), days) - 1) * 86_400_000 + sinceMidnight
}

/** Whether this names a time zone: `UTC`, `Europe/Paris`. */
export function isTimeZone(zone: string): boolean {
  try {
    formatterOf(zone)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

// What they say depends on nothing but the zone, and one costs more to make than a thousand to use.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known !== undefined) return known
  const formatter = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  if (formatters.size < 1000) formatters.set(zone, formatter)
  return formatter
}

const quarter = 900_000

/** What the clocks of a zone showed when the quarter of an hour began that was last looked at. */
const lastQuarters = new Map<string, { readonly start: Millis; readonly local: LocalTime }>()

/** What clocks in this zone show at this instant. Throws a RangeError when there is no such zone. */
export function localTime(zone: string, at: Millis): LocalTime {
  // Calendars are walked through slot by slot, and clocks are put forward or back at whole quarters only.
  const start = Math.floor(at / quarter) * quarter
  const last = lastQuarters.get(zone)
  const local = last?.start === start ? last.local : readLocalTime(zone, start)
  if (lastQuarters.size >= 1000) lastQuarters.clear()
  lastQuarters.set(zone, { start, local })
  // Clocks of long ago ran apart by odd minutes.
  if (local.minute % 15 !== 0) return readLocalTime(zone, at)
  return { ...local, minute: local.minute + Math.floor((at - start) / 60_000) }
}

function readLocalTime(zone: string, at: Millis): LocalTime {
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = (
    ['year', 'month', 'day', 'hour', 'minute'] as const
  ).map((type) => parts.get(type))
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
  return { year, month, day, weekday: weekday === 0 ? 7 : weekday, minute: hour * 60 + minute }
}
