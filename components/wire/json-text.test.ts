import { expect, test } from 'vitest'
import { isReadOtherwise, jsonOf, prettyJson } from './json-text.ts'

test('JSON is indented as JavaScript does it', () => {
  const value = { a: [1, { b: [] }, {}], 'c:{,': 'd" \\', e: null, f: -0.5 }
  for (const text of [JSON.stringify(value), JSON.stringify(value, null, '\t'), '[]', ' {"a":[]}\n'])
    expect(prettyJson(text)).toBe(JSON.stringify(JSON.parse(text), null, 2))
  for (const text of ['{"a":', '12', '']) expect(prettyJson(text)).toBeNull()
  expect(prettyJson('['.repeat(5000) + ']'.repeat(5000))).toBeNull()
})

test('indented, each number and name stands as it was written', () => {
  expect(prettyJson('{"b":12345678901234567890,"1":1.0,"b":"\\u00e4\\/"}')).toBe(
    '{\n  "b": 12345678901234567890,\n  "1": 1.0,\n  "b": "\\u00e4\\/"\n}',
  )
})

test.each([
  ['a long number', '[12345678901234567890]'],
  ['a number beyond all', '[1e400]'],
  ['a fraction with too many digits', '[0.1000000000000000055]'],
  ['a doubled name', '{"a":1,"a":1}'],
  ['names that are numbers', '{"b":1,"1":2}'],
])('%s is read otherwise than it is written', (_, text) => {
  expect(isReadOtherwise(text)).toBe(true)
})

test.each(['{"1":1.0,"a":[1e3,0.10,-0,1E-7]}', '["\\u00e4\\/"]', ' [ ]', '{"a":', 'text'])(
  'of %s nothing is lost',
  (text) => {
    expect(isReadOtherwise(text)).toBe(false)
  },
)

test('what is nested too deeply to be written again is no error', () => {
  const text = '['.repeat(50_000) + ']'.repeat(50_000)
  expect(isReadOtherwise(text)).toBe(false)
  expect(jsonOf(JSON.parse(text))).toBeNull()
  expect(jsonOf({ a: [1] })).toBe('{"a":[1]}')
})
