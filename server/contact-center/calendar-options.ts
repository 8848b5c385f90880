import { active, inert, text } from './option-definition.ts'
import type { OptionDefinition } from './option-definition.ts'

const zone = active(
  'Calendar',
  '_timezone',
  { kind: 'time-zone' },
  'UTC',
  'The time zone of its days and hours, as in Europe/Paris.',
)

/** Options of a service that says when an office is open; each but the zone may come with any number. */
export const officeHoursOptions: readonly OptionDefinition[] = [
  zone,
  active(
    'Calendar',
    '_bh_regular*',
    { kind: 'regular-hours' },
    '',
    'Days and hours of every week at which the office is open, as in Mon-Fri 08:00-20:00.',
  ),
  active(
    'Calendar',
    '_bh_add*',
    { kind: 'added-hours' },
    '',
    'Hours of one day at which it is open besides, holiday or not, as in 2026-12-24 09:00-12:00; without the year, every year.',
  ),
  active(
    'Calendar',
    '_holiday*',
    { kind: 'holiday' },
    '',
    'A day on which it is closed, as in 2026-12-25; without the year, every year.',
  ),
]

const weekdays = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays']

/** Options of a service that says how many bookings each slot of a week takes. */
export const capacityOptions: readonly OptionDefinition[] = [
  zone,
  ...weekdays.map((name, index) =>
    active(
      'Calendar',
      `_capacity_${index + 1}`,
      { kind: 'capacity', weekday: index + 1 },
      '',
      `Bookings that each slot of an hour takes on ${name}, as in {"${index + 1}":{"1000":5}}; none in an hour that is not named.`,
    ),
  ),
  active(
    'Calendar',
    '_capacity_add',
    { kind: 'capacity', weekday: null },
    '',
    'Bookings that each slot takes on certain days, instead of those of the weekday, as in {"2026-12-24":{"0900":2}}.',
  ),
  inert('Calendar', '_capacity', text, '', 'The names of the days.'),
]

/** `_holiday12` belongs to `_holiday*`, whatever number it has. OH6. */
export const familyOf = (option: string): string => option.replace(/\d+$/, '*')
