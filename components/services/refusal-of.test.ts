import { expect, test } from 'vitest'
import { TesterError } from '../tester-client.ts'
import { refusalOf } from './refusal-of.ts'

test('a field says only what a refusal says of it', () => {
  const message = 'This is a number.'
  const refused = new TesterError(400, 'service-invalid', 'Options cannot be used.', {
    details: [{ field: 'options._ttl', message }],
  })
  expect(refusalOf(refused, 'options._ttl')).toBe(message)
  expect(refusalOf(refused, 'options._target')).toBeNull()
})

test('a network that is gone is nobody’s fault', () => {
  expect(
    refusalOf(new TesterError(0, 'unreachable', 'The tester does not answer.'), 'options._ttl'),
  ).toBeNull()
  expect(refusalOf(new Error('no'), 'options._ttl')).toBeNull()
})
