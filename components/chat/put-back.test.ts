import { expect, test } from 'vitest'
import { putBack } from './put-back.ts'

test('a line that was not taken comes back, before what has been typed since', () => {
  expect(putBack('first', '')).toBe('first')
  expect(putBack('first', 'second')).toBe('first\nsecond')
})
