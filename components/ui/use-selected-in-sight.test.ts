import { expect, test } from 'vitest'
import { wayIntoSight } from './use-selected-in-sight.ts'

const box = { top: 100, bottom: 300 }

test.each([
  ['in sight', 150, 180, 0],
  ['above', 40, 70, -60],
  ['below', 310, 340, 40],
  ['cut off at the end', 290, 320, 20],
  ['higher than the box, below', 250, 600, 150],
  ['higher than the box, from its beginning', 100, 600, 0],
])('what is %s needs no more than its way', (_, top, bottom, way) => {
  expect(wayIntoSight(box, { top, bottom })).toBe(way)
})
