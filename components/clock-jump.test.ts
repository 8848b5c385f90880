import { expect, test } from 'vitest'
import { isJumpAskedFirst, jumpUnaskedSecondsMax } from './clock-jump.ts'

test.each([
  'the time to live of a callback ends',
  'a callback is given up, unless it has got on',
  'a chat ends, unless its client shows that it is there',
])('a jump that may end something is asked first, however short: %s', (what) => {
  expect(isJumpAskedFirst(what, 5)).toBe(true)
})

test('so is a jump far ahead, and no other', () => {
  const what = 'an agent’s time to answer ends'
  expect(isJumpAskedFirst(what, jumpUnaskedSecondsMax)).toBe(false)
  expect(isJumpAskedFirst(what, jumpUnaskedSecondsMax + 1)).toBe(true)
})
