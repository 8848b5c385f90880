import { expect, test } from 'vitest'
import { isJumpAskedFirst, jumpUnaskedSecondsMax } from './clock-jump.ts'

test('a jump that ends a time to live is asked first, however short', () => {
  expect(isJumpAskedFirst('the time to live of a callback ends', 5)).toBe(true)
})

test('so is a jump far ahead, and no other', () => {
  const what = 'an agent’s time to answer ends'
  expect(isJumpAskedFirst(what, jumpUnaskedSecondsMax)).toBe(false)
  expect(isJumpAskedFirst(what, jumpUnaskedSecondsMax + 1)).toBe(true)
})
