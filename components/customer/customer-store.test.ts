import { expect, test, vi } from 'vitest'
import {
  customersMax,
  freeLetter,
  takeUpCustomers,
  useCustomerStore,
  withCustomer,
} from './customer-store.ts'

const named = (letters: string) => [...letters].map((letter) => ({ letter }))

test('the first letter that is free is the next customer’s, and customers stand by their letters', () => {
  expect(freeLetter([])).toBe('A')
  expect(freeLetter(named('ABD'))).toBe('C')
  expect(withCustomer(named('ABD'), { letter: 'C' })).toEqual(named('ABCD'))
})

test('there are no more customers than letters', () => {
  const all = named('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  expect(all).toHaveLength(customersMax)
  expect(freeLetter(all)).toBeNull()
  expect(freeLetter(all.filter(({ letter }) => letter !== 'Y'))).toBe('Y')
})

test('where the browser keeps nothing, there is nothing to take up from other tabs', () => {
  // Nothing is kept here beyond the test: the store says so as it is written.
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  useCustomerStore.getState().add()
  const before = useCustomerStore.getState().customers
  takeUpCustomers()
  expect(useCustomerStore.getState().customers).toBe(before)
  warn.mockRestore()
})

test('what is done for a customer who was taken away is not done for the next one with that letter', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const { add, remove, change } = useCustomerStore.getState()
  const letter = add() ?? ''
  const customerNow = () => useCustomerStore.getState().customers.find((one) => one.letter === letter)
  const gone = customerNow()?.user ?? ''
  remove(letter)
  add()
  change(gone, { draft: 'Hello?' })
  expect(customerNow()?.draft).toBe('')
  change(customerNow()?.user ?? '', { draft: 'Hello!' })
  expect(customerNow()?.draft).toBe('Hello!')
  warn.mockRestore()
})
