import { expect, test } from 'vitest'
import { isJumpAskedFirst, jumpUnaskedSecondsMax } from './clock-jump.ts'

test.each(['expiry', 'deadline', 'client'] as const)(
  'a jump that may end something is asked first, however short: %s',
  (kind) => {
    expect(isJumpAskedFirst(kind, 5)).toBe(true)
  },
)

test('so is a jump far ahead, and no other', () => {
  expect(isJumpAskedFirst('ring', jumpUnaskedSecondsMax)).toBe(false)
  expect(isJumpAskedFirst('ring', jumpUnaskedSecondsMax + 1)).toBe(true)
})
