import { addMonths, timeText } from '../runtime/calendar.ts'
import { minutes, seconds } from '../runtime/clock.ts'
import type { Millis } from '../runtime/clock.ts'
import type { Callback } from './callback.ts'
import { capacityAt, readCapacity } from './capacity.ts'
import type { Availability, AvailabilityQuery } from './contact-center.ts'
import { isOpen, readOfficeHours } from './office-hours.ts'
import { Refused } from './refusal.ts'
import { effectiveOptions } from './service-options.ts'
import type { ServiceOptions } from './service-options.ts'
import { findTemplate } from './templates.ts'
import type { Template } from './templates.ts'
import type { Facts, RuleNumber } from './rule.ts'
import type { Turn } from './turn.ts'

/** The smallest slot there is: every other is made of some. */
const slot = minutes(5)

const dayMillis = minutes(1440)

/** By what the bookings of a service around a time are found. */
const bookingKey = (service: string, at: Millis): string => `${service}/${Math.floor(at / slot)}`

/** A booking counts also when it has been served; one that was cancelled makes room. */
export function bookingOfCallback(callback: Callback): string | undefined {
  const isCancelled =
    callback.state === 'COMPLETED' && ['CANCELLED', 'CANCELLED_BY_ADMIN'].includes(callback.reason)
  return callback.isBooked && !isCancelled ? bookingKey(callback.service, callback.desiredAt) : undefined
}

/** What a service takes bookings by. */
export interface Calendar {
  readonly isOpen: (at: Millis) => boolean
  /** How many bookings the slot that begins then takes in all. */
  readonly capacity: (at: Millis) => number
  readonly bucket: Millis
  readonly bucketMax: number
}

/** Reads the services that this one refers to, as they are configured now. Refused: `calendar-not-found`. */
export function readCalendar(turn: Turn, options: ServiceOptions): Calendar {
  const { officeHours, capacity, bucketMinutes, bucketMax } = options
  const hours = officeHours === '' ? null : readOfficeHours(readNamed(turn, officeHours, hoursOption))
  const weekly = capacity === '' ? null : readCapacity(readNamed(turn, capacity, capacityOption))
  return {
    isOpen: (at) => hours === null || isOpen(hours, at),
    capacity: (at) => (weekly === null ? bucketMax : Math.min(bucketMax, capacityAt(weekly, at))),
    bucket: minutes(bucketMinutes),
    bucketMax,
  }
}

/** An option that names a service of some kind. */
interface Reference {
  readonly option: string
  readonly kind: Template['kind']
  readonly rule: RuleNumber
}

const hoursOption: Reference = { option: '_business_hours_service', kind: 'office-hours', rule: 'OH1' }
const capacityOption: Reference = { option: '_capacity_service', kind: 'capacity', rule: 'CP1' }

/** What the service of this name says. It may have been named before it is there: CO7. */
function readNamed(turn: Turn, name: string, { option, kind, rule }: Reference): Record<string, string> {
  const service = turn.tx.get('service', name)
  if (service !== undefined && findTemplate(service.template)?.kind === kind)
    return effectiveOptions(service.template, service.overrides)
  const why = service === undefined ? 'there is none of this name' : `made from ${service.template}`
  const facts = { service: name, option, template: service?.template ?? null }
  throw new Refused('calendar-not-found', `${option} names ${name}: ${why}`, [], facts, rule)
}

/** The beginning of the slot that this time is in. */
const bucketStart = ({ bucket }: Calendar, at: Millis): Millis => Math.floor(at / bucket) * bucket

/** What the slot still takes; the callback that moves does not count. */
function freeAt(turn: Turn, service: string, calendar: Calendar, start: Millis, except?: Callback): number {
  let booked = 0
  for (let at = start; at < start + calendar.bucket; at += slot) {
    const those = turn.tx.find('callback', 'booking', bookingKey(service, at))
    booked += those.filter(({ id }) => id !== except?.id).length
  }
  return Math.max(0, calendar.capacity(start) - booked)
}

/** The last instant that may be asked for; beyond the end of every calendar there is none. */
function futureEnd(now: Millis, limit: string): Millis {
  const end = later(now, limit)
  return Number.isNaN(end) ? Infinity : end
}

function later(now: Millis, limit: string): Millis {
  const count = Number.parseInt(limit, 10)
  switch (limit.at(-1)) {
    case 's':
      return now + seconds(count)
    case 'm':
      return now + minutes(count)
    case 'h':
      return now + minutes(60 * count)
    case 'd':
      return now + dayMillis * count
    case 'w':
      return now + 7 * dayMillis * count
    case 'y':
      return addMonths(now, 12 * count)
    default:
      return addMonths(now, count)
  }
}

/**
 * Whether a callback may be booked for this time. One slot of the past counts as now: clients' clocks differ. Refused:
 * `time-unavailable`, `calendar-not-found`.
 */
export function requireBookable(
  turn: Turn,
  wish: { readonly service: string; readonly options: ServiceOptions; readonly desiredAt: Millis },
  except?: Callback,
) {
  const { service, options, desiredAt } = wish
  const calendar = readCalendar(turn, options)
  const text = timeText(desiredAt)
  const refuse = (why: string, rule: RuleNumber, facts: Facts): never => {
    throw new Refused('time-unavailable', why, [], { service, desiredAt: text, ...facts }, rule)
  }
  const earliestAt = turn.now - calendar.bucket
  if (desiredAt < earliestAt) refuse(`${text} is past`, 'DT4', { earliestAt: timeText(earliestAt) })
  const latestAt = futureEnd(turn.now, options.futureLimit)
  if (desiredAt > latestAt)
    refuse(`${text} is more than ${options.futureLimit} ahead`, 'DT4', { latestAt: timeText(latestAt) })
  const { officeHours, capacity } = options
  if (!calendar.isOpen(desiredAt)) refuse(`the office is closed at ${text}`, 'OH1', { officeHours })
  const start = bucketStart(calendar, desiredAt)
  if (freeAt(turn, service, calendar, start, except) === 0)
    refuse(`nothing is free at ${text}`, capacity === '' ? 'DT5' : 'CP1', {
      slotAt: timeText(start),
      bookingsMax: calendar.capacity(start),
    })
}

/** Whether a callback may be asked for at once. Refused: `time-unavailable`, `calendar-not-found`. */
export function requireOpen(turn: Turn, options: ServiceOptions) {
  if (!options.rejectsOutOfHours || options.officeHours === '') return
  if (!readCalendar(turn, options).isOpen(turn.now))
    throw new Refused(
      'time-unavailable',
      'the office is closed now',
      [],
      { officeHours: options.officeHours },
      'OH4',
    )
}

/** What is free, slot by slot; those that are closed or past are left out. */
export function readAvailability(
  turn: Turn,
  service: string,
  options: ServiceOptions,
  query: AvailabilityQuery,
): Availability {
  const calendar = readCalendar(turn, options)
  const from = Math.max(turn.now, query.start ?? turn.now)
  const days = query.numberOfDays ?? 1
  const end = Math.min(query.end ?? from + days * dayMillis, futureEnd(turn.now, options.futureLimit))
  const max = Math.min(query.slotsMax ?? Infinity, turn.limits.availabilitySlotsMax)
  const slots: { at: Millis; free: number }[] = []
  let at = bucketStart(calendar, from + calendar.bucket - 1)
  // A year of the smallest slots is looked at, at most: an office may never be open.
  const last = Math.min(end, from + 366 * dayMillis)
  for (; at <= last && slots.length < max; at += calendar.bucket) {
    const isOffered = calendar.isOpen(at) && calendar.capacity(at) > 0
    if (isOffered) slots.push({ at, free: freeAt(turn, service, calendar, at) })
  }
  return { hasOfficeHours: options.officeHours !== '', slots }
}
