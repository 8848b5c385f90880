import { expect, test } from 'vitest'
import { addressOf, selectionOf, type KnownCustomer } from './selection.ts'

const customers: readonly KnownCustomer[] = [
  { letter: 'A', session: { serviceId: '369-1' } },
  { letter: 'B', session: null },
]

const nothing = { selectedCustomer: 'A', selectedCallback: null, selectedQueue: null }

test('a link to a customer names the callback too', () => {
  expect(addressOf({ ...nothing, selectedCustomer: 'A' }, customers)).toEqual({
    customer: 'A',
    callback: '369-1',
    queue: null,
  })
  expect(addressOf({ ...nothing, selectedCustomer: 'B' }, customers)).toEqual({
    customer: 'B',
    callback: null,
    queue: null,
  })
})

test('a link leads back to where it was copied', () => {
  for (const selection of [
    { ...nothing, selectedCustomer: 'A' },
    { ...nothing, selectedCustomer: 'B' },
    { ...nothing, selectedCustomer: 'A', selectedQueue: 'VQ_Chat' },
  ])
    expect(selectionOf(addressOf(selection, customers), customers)).toEqual(selection)
})

test('in a browser without this customer the callback is looked at from outside', () => {
  const link = addressOf({ ...nothing, selectedCustomer: 'A' }, customers)
  expect(selectionOf(link, [{ letter: 'A', session: null }])).toEqual({
    selectedCallback: '369-1',
    selectedQueue: null,
  })
})

test('a link that names nobody who is here changes nothing', () => {
  expect(selectionOf({ customer: 'Z', callback: null, queue: null }, customers)).toBeNull()
  expect(selectionOf({ customer: null, callback: null, queue: null }, customers)).toBeNull()
})

test('a link to a queue alone leaves who is selected, and one to somebody alone brings his queue', () => {
  expect(selectionOf({ customer: null, callback: null, queue: 'VQ_Chat' }, customers)).toEqual({
    selectedQueue: 'VQ_Chat',
  })
  expect(selectionOf({ customer: 'B', callback: null, queue: null }, customers)).toMatchObject({
    selectedQueue: null,
  })
})
