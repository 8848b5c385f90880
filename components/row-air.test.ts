import { expect, test } from 'vitest'
import { rowHeight } from './row-air.ts'

test('a row of a fixed height is as much higher as the reader has the text be, and its air with it', () => {
  expect(rowHeight(1.75, 'compact', 16)).toBe(28)
  expect(rowHeight(1.75, 'compact', 32)).toBe(56)
  expect(rowHeight(1.75, 'comfortable', 16)).toBe(36)
  expect(rowHeight(1.75, 'comfortable', 32)).toBe(72)
})
