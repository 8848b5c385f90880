import { expect, test } from 'vitest'
import { isMac, keysShown } from './keys-shown.ts'

test('keys are shown as they stand on the keyboard', () => {
  expect(keysShown('mod+k', false)).toEqual([['Ctrl', 'K']])
  expect(keysShown('mod+k', true)).toEqual([['⌘', 'K']])
  expect(keysShown('g>w', false)).toEqual([['G'], ['W']])
  expect(keysShown('?', false)).toEqual([['?']])
  expect(keysShown('delete', false, { delete: 'Entf' })).toEqual([['Entf']])
})

test('a Mac is known by what its browser calls itself', () => {
  expect(isMac('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15')).toBe(true)
  expect(isMac('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36')).toBe(false)
})
