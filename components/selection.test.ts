import { expect, test } from 'vitest'
import { addressOf, selectionOf, type KnownCustomer } from './selection.ts'

const customers: readonly KnownCustomer[] = [
  { letter: 'A', session: { serviceId: '369-1' } },
  { letter: 'B', session: null },
]

test('a link to a customer names the callback too', () => {
  expect(addressOf({ selectedCustomer: 'A', selectedCallback: null }, customers)).toEqual({
    customer: 'A',
    callback: '369-1',
  })
  expect(addressOf({ selectedCustomer: 'B', selectedCallback: null }, customers)).toEqual({
    customer: 'B',
    callback: null,
  })
})

test('a link leads back to where it was copied', () => {
  for (const selection of [
    { selectedCustomer: 'A', selectedCallback: null },
    { selectedCustomer: 'B', selectedCallback: null },
  ])
    expect(selectionOf(addressOf(selection, customers), customers)).toEqual(selection)
})

test('in a browser without this customer the callback is looked at from outside', () => {
  const link = addressOf({ selectedCustomer: 'A', selectedCallback: null }, customers)
  expect(selectionOf(link, [{ letter: 'A', session: null }])).toEqual({ selectedCallback: '369-1' })
})

test('a link that names nobody who is here changes nothing', () => {
  expect(selectionOf({ customer: 'Z', callback: null }, customers)).toBeNull()
  expect(selectionOf({ customer: null, callback: null }, customers)).toBeNull()
})
