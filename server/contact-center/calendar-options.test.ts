import { expect, test } from 'vitest'
import { readTime } from '../runtime/calendar.ts'
import { capacityAt, readCapacity } from './capacity.ts'
import { isOpen, readOfficeHours } from './office-hours.ts'
import { effectiveOptions, validateService } from './service-options.ts'

const at = (text: string) => readTime(`${text}:00.000Z`) ?? 0

const openAt = (options: Record<string, string>, ...times: string[]) => {
  expect(validateService('hours', 'Office-Hours', options)).toEqual([])
  const hours = readOfficeHours(effectiveOptions('Office-Hours', options))
  return times.map((time) => isOpen(hours, at(time)))
}

test('[OH1] [OP122] regular hours are those of their weekdays, up to the last minute before the end', () => {
  const options = {
    _bh_regular1: 'Mon-Wed,Fri 08:00-20:00',
    _bh_regular2: 'Sat-Sun 10:00-24:00',
    _bh_regular3: '',
  }
  expect(
    openAt(options, '2024-01-15T07:59', '2024-01-15T08:00', '2024-01-15T19:59', '2024-01-15T20:00'),
  ).toEqual([false, true, true, false])
  expect(openAt(options, '2024-01-18T12:00', '2024-01-19T12:00', '2024-01-21T23:59')).toEqual([
    false,
    true,
    true,
  ])
  expect(openAt({ _bh_regular1: 'Sat-Mon 00:00-24:00' }, '2024-01-14T12:00', '2024-01-15T12:00')).toEqual([
    true,
    true,
  ])
  expect(openAt({ _bh_regular1: 'Sat-Mon 00:00-24:00' }, '2024-01-16T00:00')).toEqual([false])
  expect(openAt({}, '2024-01-15T12:00')).toEqual([false])
})

test('[OH2] [OP121] hours are those of the time zone', () => {
  const options = { _timezone: 'America/Toronto', _bh_regular1: 'Mon 08:00-20:00' }
  expect(openAt(options, '2024-01-15T12:59', '2024-01-15T13:00', '2024-01-16T00:59')).toEqual([
    false,
    true,
    true,
  ])
})

test('[OH3] [OP123] [OP124] holidays are closed, and what is added is open before all', () => {
  const options = {
    _bh_regular1: 'Mon-Sun 08:00-20:00',
    _holiday1: '2024-01-16',
    _holiday12: '01-17',
    _bh_add1: '2024-01-17 12:00-14:30',
    _bh_add2: '01-18 22:00-23:00',
  }
  expect(openAt(options, '2024-01-16T12:00', '2025-01-16T12:00')).toEqual([false, true])
  expect(openAt(options, '2024-01-17T11:00', '2024-01-17T12:00', '2025-01-17T12:00')).toEqual([
    false,
    true,
    false,
  ])
  expect(openAt(options, '2024-01-18T12:00', '2024-01-18T22:30', '2025-01-18T22:30')).toEqual([
    true,
    true,
    true,
  ])
})

test.each([
  ['_timezone', 'Mars/Olympus', '“Mars/Olympus” is not a time zone, as in UTC or Europe/Paris.'],
  ['_bh_regular1', 'Mon-Fri', '“Mon-Fri” is not days and hours, as in Mon-Fri 08:00-20:00.'],
  [
    '_bh_regular7',
    'Monday 08:00-20:00',
    '“Monday 08:00-20:00” is not days and hours, as in Mon-Fri 08:00-20:00.',
  ],
  ['_bh_regular1', 'Mon 20:00-08:00', '“Mon 20:00-08:00” is not days and hours, as in Mon-Fri 08:00-20:00.'],
  ['_bh_regular1', 'Mon 08:00-24:01', '“Mon 08:00-24:01” is not days and hours, as in Mon-Fri 08:00-20:00.'],
  [
    '_bh_add3',
    '02-30 08:00-09:00',
    '“02-30 08:00-09:00” is not a day and hours, as in 2026-12-24 09:00-12:00 or 12-24 09:00-12:00.',
  ],
  ['_holiday2', '2023-02-29', '“2023-02-29” is not a day, as in 2026-12-25 or 12-25.'],
  ['_service', 'capacity', 'The template fixes this option to office-hours.'],
])('[OH6] %s cannot be %s', (name, value, message) => {
  expect(validateService('hours', 'Office-Hours', { [name]: value })).toEqual([
    { field: `options.${name}`, message },
  ])
})

test('[CP2] [OP125] [OP126] [OP127] [OP128] [OP129] [OP130] [OP131] each weekday has its hours', () => {
  const options = Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7].map((day) => [`_capacity_${day}`, `{"${day}":{"0900":${day}}}`]),
  )
  expect(validateService('slots', 'Capacity', options)).toEqual([])
  const capacity = readCapacity(effectiveOptions('Capacity', options))
  const days = [15, 16, 17, 18, 19, 20, 21]
  expect(days.map((day) => capacityAt(capacity, at(`2024-01-${day}T09:55`)))).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(days.map((day) => capacityAt(capacity, at(`2024-01-${day}T10:00`)))).toEqual([0, 0, 0, 0, 0, 0, 0])
})

test('[CP3] [OP132] [OP121] what is said of a date goes before its weekday, in the time zone', () => {
  const options = {
    _timezone: 'Europe/Paris',
    _capacity_1: '{"1":{"0900":5,"1000":5}}',
    _capacity_add: '{"2024-01-15":{"0900":1}}',
  }
  const capacity = readCapacity(effectiveOptions('Capacity', options))
  expect(capacityAt(capacity, at('2024-01-15T08:00'))).toBe(1)
  expect(capacityAt(capacity, at('2024-01-15T09:00'))).toBe(0)
  expect(capacityAt(capacity, at('2024-01-22T09:00'))).toBe(5)
})

test.each([
  ['_capacity_1', '5', 'This is not a JSON object, as in {"1":{"1000":5,"1100":3}}.'],
  ['_capacity_1', '{', 'This is not a JSON object, as in {"1":{"1000":5,"1100":3}}.'],
  ['_capacity_2', '{"1":{}}', '“1” is not the day, as in {"2":{"1000":5,"1100":3}}.'],
  ['_capacity_1', '{"1":5}', '“1” has no hours, as in {"1":{"1000":5,"1100":3}}.'],
  ['_capacity_1', '{"1":{"1030":5}}', '“1030” is not an hour from 0000 to 2300.'],
  ['_capacity_1', '{"1":{"1000":1001}}', 'The capacity at 1000 is not a whole number from 0 to 1000.'],
  ['_capacity_1', '{"1":{"1000":"5"}}', 'The capacity at 1000 is not a whole number from 0 to 1000.'],
  ['_capacity_add', '{"2024-02-30":{}}', '“2024-02-30” is not the day, as in {"2026-12-24":{"0900":2}}.'],
])('[CP4] %s cannot be %s', (name, value, message) => {
  expect(validateService('slots', 'Capacity', { [name]: value })).toEqual([
    { field: `options.${name}`, message },
  ])
})

test.each([
  ['_bh_regular0', 'Mon-Sun 00:00-24:00'],
  ['_bh_regular007', 'Mon-Sun 00:00-24:00'],
  ['_bh_regular1000', 'Mon-Sun 00:00-24:00'],
  ['_bh_add0', '2024-01-15 00:00-24:00'],
])('[OH6] %s is checked, and counts', (name, value) => {
  expect(openAt({ [name]: value }, '2024-01-15T12:00')).toEqual([true])
  expect(validateService('hours', 'Office-Hours', { [name]: 'junk' })).toMatchObject([
    { field: `options.${name}` },
  ])
})

test('[OH6] _holiday01 is checked, and counts; without a number it is no holiday', () => {
  const open = { _bh_regular1: 'Mon-Sun 00:00-24:00' }
  expect(openAt({ ...open, _holiday01: '2024-01-15' }, '2024-01-15T12:00')).toEqual([false])
  expect(openAt({ ...open, _holiday: '2024-01-15' }, '2024-01-15T12:00')).toEqual([true])
  expect(validateService('hours', 'Office-Hours', { _holiday01: 'junk' })).toHaveLength(1)
})
