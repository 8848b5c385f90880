import { expect, test } from 'vitest'
import { pseudoText } from './pseudo.ts'

test('a pseudo message is longer and strange, and keeps its arguments and tags', () => {
  expect(pseudoText('Open <b>row</b> {number}')).toBe('[Ópéñ <b>rów</b> {number}····]')
})

test('what the wire says stays as it is', () => {
  expect(pseudoText('Send <code>gms_user</code> too')).toBe('[Séñd <code>gms_user</code> tóó···]')
})

test('the choices of a plural are made strange, its keywords are not', () => {
  expect(pseudoText('{n, plural, one {# row} other {# rows}}')).toBe(
    '[{n, plural, one {# rów} other {# rówš}}·····]',
  )
})
