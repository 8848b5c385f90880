import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findJsonBreak } from './json-break.ts'

const placed = (text: string) => {
  const found = findJsonBreak(text)
  return found === null ? null : `${found.line}:${found.column} ${found.expected}`
}

test('the place where JSON breaks is found, with what should stand there', () => {
  expect(placed('{"a": 1,}')).toBe('1:9 key')
  expect(placed('{"a" 1}')).toBe('1:6 colon')
  expect(placed('{"a": 1\n "b": 2}')).toBe('2:2 comma-or-brace')
  expect(placed('[1 2]')).toBe('1:4 comma-or-bracket')
  expect(placed('{"message":')).toBe('1:12 value')
  expect(placed('{"message":"abc')).toBe('1:16 string-end')
  expect(placed('"a\nb"')).toBe('1:3 string-end')
  expect(placed('"\\x"')).toBe('1:3 escape')
  expect(placed("{'a': 1}")).toBe('1:2 key')
  expect(placed('-')).toBe('1:2 number')
  expect(placed('01')).toBe('1:2 end')
  expect(placed('{} x')).toBe('1:4 end')
  expect(placed('')).toBe('1:1 value')
})

test('it finds a break exactly where the engine refuses', () => {
  const isJson = (text: string) => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', '"', '}', ',', ':', '\\', '1', 'x'),
      (json, place, letter) => {
        const at = place % (json.length + 1)
        const text = json.slice(0, at) + letter + json.slice(at + 1)
        expect(findJsonBreak(text) === null).toBe(isJson(text))
        // What stands before the break is not to blame: it is the beginning of some JSON, or of the same break.
        const found = findJsonBreak(text)
        const before = text.slice(0, found?.at ?? text.length)
        expect(findJsonBreak(before)?.at ?? before.length).toBe(before.length)
      },
    ),
  )
})
