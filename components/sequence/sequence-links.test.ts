import { expect, test } from 'vitest'
import { eventHref } from './sequence-links.ts'

test('an event’s link keeps what else the address of its page says, and nothing of another page', () => {
  const here = { path: '/callbacks/369-a', search: 'view=list&event=3' }
  expect(eventHref('369-a', 7, here)).toBe('/callbacks/369-a?view=list&event=7')
  expect(eventHref('369-b', 7, here)).toBe('/callbacks/369-b?event=7')
  expect(eventHref('369-a', 7, { path: '/', search: 'agent=anna' })).toBe('/callbacks/369-a?event=7')
})
