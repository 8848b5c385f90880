import { expect, test } from 'vitest'
import { fillResponse, findResponses, responseQuery } from './standard-responses.ts'

const responses = [
  { title: 'Greeting', text: 'Hello {customer.name}' },
  { title: 'A moment', text: 'One moment, please.' },
  { title: 'Goodbye', text: 'Thank you, and goodbye.' },
]
const titles = (query: string) => findResponses(responses, query).map(({ title }) => title)

test('variables are filled in, everywhere, and other braces stay', () => {
  const names = { customer: 'Bob $& Markel', agent: 'Anna' }
  expect(fillResponse('{customer.name}? {customer.name}! I am {agent.name}. {x}', names)).toBe(
    'Bob $& Markel? Bob $& Markel! I am Anna. {x}',
  )
})

test('only a slash at the beginning, with nothing but a word, asks for responses', () => {
  expect(responseQuery('/')).toBe('')
  expect(responseQuery('/good')).toBe('good')
  expect(responseQuery('/good bye')).toBeNull()
  expect(responseQuery('1/2')).toBeNull()
  expect(responseQuery('')).toBeNull()
})

test('a query finds in titles and texts, a digit counts', () => {
  expect(titles('')).toEqual(['Greeting', 'A moment', 'Goodbye'])
  expect(titles('GOOD')).toEqual(['Goodbye'])
  expect(titles('please')).toEqual(['A moment'])
  expect(titles('2')).toEqual(['A moment'])
  expect(titles('9')).toEqual([])
})
