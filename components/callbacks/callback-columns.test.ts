import { expect, test } from 'vitest'
import type { CallbackJson } from '../../server/tester/contract.ts'
import { chosenColumns, choiceOf, parametersOf, usualColumns } from './callback-columns.ts'

const withProperties = (properties: Record<string, string>) => ({ properties }) as CallbackJson
const titles = new Map([['usr_vip', 'VIP']])

test('who has chosen no columns sees those that have a title, after the usual ones', () => {
  expect(chosenColumns(usualColumns(titles)).at(-1)).toBe('parameter:usr_vip')
  expect(usualColumns(new Map())).not.toContain('parameter:usr_vip')
})

test('who chooses what is usual has chosen nothing, in whichever order', () => {
  const usual = usualColumns(titles)
  expect(choiceOf(null, titles)).toBeNull()
  expect(choiceOf(usual.toReversed(), titles)).toBeNull()
  expect(choiceOf([...usual, 'queue'], titles)).toContain('queue')
  expect(choiceOf(usual.slice(0, -1), titles)).not.toContain('parameter:usr_vip')
  expect(choiceOf(['queue'], titles)).toEqual(['state', 'customer', 'queue'])
})

test('a parameter with a title can be chosen before anybody submits it, and once', () => {
  const callbacks = [withProperties({ usr_reason: 'x', _customer_number: '5551', usr_vip: 'yes' })]
  expect(parametersOf([], titles)).toEqual(['usr_vip'])
  expect(parametersOf(callbacks, titles)).toEqual(['usr_reason', 'usr_vip'])
})

test('a column that an address names twice, or without a name, stands once or not at all', () => {
  const columns = chosenColumns(['parameter:usr_vip', 'parameter:', 'parameter:usr_vip'])
  expect(columns.filter((column) => column.startsWith('parameter:'))).toEqual(['parameter:usr_vip'])
})
