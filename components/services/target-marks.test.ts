import { expect, test } from 'vitest'
import { markToken } from './target-marks.ts'

test('the token is marked at its column', () => {
  expect(markToken('Billing@StatServer.XX', 'XX', 20)).toEqual({
    before: 'Billing@StatServer.',
    marked: 'XX',
    after: '',
  })
  expect(markToken('Bill/ing@S.GA', '/', 5)).toEqual({ before: 'Bill', marked: '/', after: 'ing@S.GA' })
})

test('where the text ends too early there is nothing to mark but the place', () => {
  expect(markToken('Billing', '', 8)).toEqual({ before: 'Billing', marked: '', after: '' })
})

test('a token that is written with an escape is marked by its first character', () => {
  expect(markToken('[{"target":"a\\/b"}]', '/', 14)).toEqual({
    before: '[{"target":"a',
    marked: '\\',
    after: '/b"}]',
  })
})
