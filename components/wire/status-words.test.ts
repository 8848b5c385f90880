import { expect, test } from 'vitest'
import { statusText, statusWithWord } from './status-words.ts'
import { exchange } from './traffic-samples.ts'

test('a status has its word where it is broad, and a sign where it is refused', () => {
  expect(statusText(exchange(1, { status: 200 }), true)).toBe('200 OK')
  expect(statusText(exchange(1, { status: 409 }), true)).toBe('✕409 Conflict')
  expect(statusText(exchange(1, { status: 409 }), false)).toBe('✕409')
  expect(statusWithWord(299, { isRefused: false })).toBe('299')
  expect(statusText(exchange(1, { status: 200, isRefused: true }), true)).toBe('✕200')
})

test('what was given up has a sign and no status; what is not answered yet has neither', () => {
  expect(statusText(exchange(1, { status: null, durationMillis: 3 }), true)).toBe('✕')
  expect(statusText(exchange(1, { status: null, durationMillis: null }), true)).toBe('')
})
