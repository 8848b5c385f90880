import { expect, test } from 'vitest'
import { findInJson } from './json-find.ts'

const inner = { _id: '371-A', position: 1 }
const list = [inner, null, 'chat']
const value = { _id: '371-B', _text: 'Wait for the CHAT', list, other: { nothing: true } }

test('names and bare values are found, in capitals or not, however deep', () => {
  expect(findInJson(value, '_id').count).toBe(2)
  expect(findInJson(value, 'chat').count).toBe(2)
  expect(findInJson(value, '1').count).toBe(3)
  expect(findInJson(value, 'null').count).toBe(1)
})

test('the place of a list’s element is no name', () => {
  expect(findInJson({ list: ['a'] }, '0').count).toBe(0)
})

test('what has to be open for it is named, and nothing else', () => {
  expect([...findInJson(value, '371').holders]).toEqual([inner, list, value])
})

test('an empty text is found nowhere', () => {
  expect(findInJson(value, '')).toEqual({ count: 0, holders: new Set() })
})
