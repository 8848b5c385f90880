import { expect, test } from 'vitest'
import { messagesOf } from '../messages/messages.ts'
import { isMac, keysShown } from './keys-shown.ts'

const keyNames = (locale: 'en' | 'de') => messagesOf(locale).shortcuts.keys

test('keys are shown as they stand on the keyboard', () => {
  expect(keysShown('mod+k', false, keyNames('en'))).toEqual([['Ctrl', 'K']])
  expect(keysShown('mod+k', true, keyNames('en'))).toEqual([['⌘', 'K']])
  expect(keysShown('g>w', false, keyNames('en'))).toEqual([['G'], ['W']])
  expect(keysShown('?', false, keyNames('en'))).toEqual([['?']])
})

test('keys with words on them are called as on a keyboard of the language, and as on a Mac there', () => {
  expect(keysShown('mod+shift+delete', false, keyNames('de'))).toEqual([['Strg', 'Umschalt', 'Entf']])
  expect(keysShown('mod+k', true, keyNames('de'))).toEqual([['⌘', 'K']])
})

test('a Mac is known by what its browser calls itself', () => {
  expect(isMac('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15')).toBe(true)
  expect(isMac('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36')).toBe(false)
})
