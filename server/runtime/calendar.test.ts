import { expect, test } from 'vitest'
import { addMonths, isDay, isTimeZone, localTime, readTime, timeText } from './calendar.ts'

test.each([
  ['2013-05-28T15:30:00.000Z', '2013-05-28T15:30:00.000Z'],
  ['2013-05-28T15:30:00Z', '2013-05-28T15:30:00.000Z'],
  ['2013-05-28T15:30Z', '2013-05-28T15:30:00.000Z'],
  ['2013-05-28T15:30:00.5Z', '2013-05-28T15:30:00.500Z'],
  ['2013-05-28T15:30:00.000+0000', '2013-05-28T15:30:00.000Z'],
  ['2013-05-28T15:30:00.000+02:00', '2013-05-28T13:30:00.000Z'],
  ['2013-05-28T23:30:00.000-01:30', '2013-05-29T01:00:00.000Z'],
  ['2024-02-29T00:00:00.000Z', '2024-02-29T00:00:00.000Z'],
])('[DT1] %s is a time', (text, same) => {
  expect(timeText(readTime(text) ?? 0)).toBe(same)
})

test.each([
  '',
  'tomorrow',
  '2013-05-28',
  '2013-05-28T15:30:00.000',
  '2013-05-28 15:30:00.000Z',
  '2013-13-28T15:30:00.000Z',
  '2023-02-29T15:30:00.000Z',
  '2013-05-28T24:30:00.000Z',
  '2013-05-28T15:60:00.000Z',
  '2013-05-28T15:30:60.000Z',
  '1369755000000',
])('[DT1] “%s” is none', (text) => {
  expect(readTime(text)).toBeNull()
})

test('[DT4] a month is a month of the calendar', () => {
  const later = (text: string, months: number) => timeText(addMonths(readTime(text) ?? 0, months))
  expect(later('2026-01-31T10:15:00.000Z', 1)).toBe('2026-02-28T10:15:00.000Z')
  expect(later('2026-11-26T10:15:00.000Z', 2)).toBe('2027-01-26T10:15:00.000Z')
  expect(later('2024-02-29T10:15:00.000Z', 12)).toBe('2025-02-28T10:15:00.000Z')
})

test('[OH2] clocks show what they show in their zone, summer time included', () => {
  const at = (text: string) => readTime(text) ?? 0
  expect(localTime('UTC', at('2026-11-26T23:59:00Z'))).toEqual({
    year: 2026,
    month: 11,
    day: 26,
    weekday: 4,
    minute: 1439,
  })
  expect(localTime('Europe/Paris', at('2026-07-14T23:30:00Z'))).toMatchObject({
    day: 15,
    weekday: 3,
    minute: 90,
  })
  expect(localTime('America/Toronto', at('2026-11-29T00:00:00Z'))).toMatchObject({
    day: 28,
    weekday: 6,
    minute: 1140,
  })
  expect(localTime('Europe/Paris', at('2026-03-29T00:59:00Z')).minute).toBe(119)
  expect(localTime('Europe/Paris', at('2026-03-29T01:00:00Z')).minute).toBe(180)
  expect(localTime('Europe/Paris', at('2026-07-14T21:59:59Z'))).toMatchObject({ day: 14, minute: 1439 })
  expect(localTime('Africa/Monrovia', at('1960-01-01T00:50:00Z'))).toMatchObject({ day: 1, minute: 5 })
  expect(() => localTime('Mars/Olympus', 0)).toThrow(RangeError)
  expect(['UTC', 'Europe/Paris', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, true, false, false])
})

test('[OH3] a day is one of its month', () => {
  expect([isDay(2, 29), isDay(2, 29, 2023), isDay(2, 30), isDay(13, 1), isDay(12, 31), isDay(1, 0)]).toEqual([
    true,
    false,
    false,
    false,
    true,
    false,
  ])
})
