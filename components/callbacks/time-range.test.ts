import { expect, test } from 'vitest'
import { endsOf, readTime } from './time-range.ts'

const none = { from: null, to: null }
const now = Date.parse('2026-11-27T09:30:20.500Z')

test('the last hour ends with this minute, and stays the same within it', () => {
  expect(endsOf('hour', now, none)).toEqual({
    from: '2026-11-27T08:30:00.000Z',
    to: '2026-11-27T09:30:59.999Z',
  })
  expect(endsOf('hour', now + 39_000, none)).toEqual(endsOf('hour', now, none))
})

test('today is the day of the reader, all of it', () => {
  const { from, to } = endsOf('today', now, none)
  const begin = new Date(from ?? '')
  const end = new Date(to ?? '')
  expect([begin.getHours(), begin.getMinutes(), begin.getSeconds(), begin.getMilliseconds()]).toEqual([
    0, 0, 0, 0,
  ])
  expect([end.getHours(), end.getMinutes(), end.getSeconds(), end.getMilliseconds()]).toEqual([
    23, 59, 59, 999,
  ])
  for (const day of [begin, end]) expect(day.toDateString()).toBe(new Date(now).toDateString())
})

test('two ends of one’s own are taken as they are, and no range has none', () => {
  const own = { from: '2026-11-27T08:00:00.000Z', to: null }
  expect(endsOf('between', now, own)).toBe(own)
  expect(endsOf(null, now, own)).toEqual(none)
})

test('what is no time is none', () => {
  expect(readTime('2026-11-27T10:00:00+01:00')).toBe('2026-11-27T09:00:00.000Z')
  for (const text of [null, '', 'yesterday']) expect(readTime(text)).toBeNull()
})
