import { expect, test } from 'vitest'
import { createFields } from './fields.ts'

test.each([
  ['true', true],
  ['True', true],
  [' TRUE ', true],
  ['false', false],
  ['False', false],
  ['yes', null],
  ['', null],
])('[GM9] "%s" is understood as %s', (text, wanted) => {
  expect(createFields([['_verbose', text]]).flag('_verbose')).toBe(wanted)
})

test('[GM9] what is not given is neither', () => {
  expect(createFields([]).flag('_verbose')).toBeNull()
})

test('[GM30] a field may have any name', () => {
  const fields = createFields([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ])
  expect(Object.entries(fields.all())).toEqual([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ])
  expect(fields.text('toString', 'constructor')).toBe('y')
})
