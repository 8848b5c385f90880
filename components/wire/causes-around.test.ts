import { expect, test } from 'vitest'
import { around } from './causes-around.ts'
import { detailOf, exchange } from './traffic-samples.ts'

test('what a row led to is what the log says and what has come since; how many are not shown is told', () => {
  const detail = detailOf({ number: 1, cause: 0, effects: [3, 2] })
  const rows = [exchange(2), exchange(4, { cause: 1 }), exchange(5, { replayOf: 1 }), exchange(6)]
  const found = around(detail, rows)
  expect(found).toMatchObject({ effects: [2, 3, 4], effectsMore: 0, replays: [5] })
  expect([...found.known.keys()]).toEqual([2, 4, 5])
  const many = Array.from({ length: 23 }, (_, index) => exchange(index + 2, { cause: 1 }))
  expect(around(detail, many)).toMatchObject({ effectsMore: 3 })
  expect(around(detail, many).effects.at(-1)).toBe(21)
})
