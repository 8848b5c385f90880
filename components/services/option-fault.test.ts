import { expect, test } from 'vitest'
import { createTranslator } from 'use-intl/core'
import en from '../messages/en.json'
import { optionFault, parameterNameFault, serviceNameFault, type Option } from './option-fault.ts'

const t = createTranslator({ locale: 'en', messages: en, namespace: 'services' })

const option = (type: Option['type'], changes: Partial<Option> = {}): Option => ({
  name: '_option',
  category: 'General',
  type,
  default: '',
  mandatory: false,
  fixed: false,
  kept: false,
  fromRequest: 'never',
  description: '',
  ...changes,
})
const fault = (type: Option['type'], value: string, changes: Partial<Option> = {}) =>
  optionFault(option(type, changes), value, t)

const seconds: Option['type'] = { kind: 'integer', min: 1, max: 600 }
const choice: Option['type'] = { kind: 'choice', values: ['circular', 'linear'] }

/** What is wrong, and the sentence that says so. */
const badInputs: [string | null, string][] = [
  [fault(seconds, 'soon'), '“soon” is not a whole number.'],
  [fault(seconds, '0'), '0 is less than 1, the smallest value.'],
  [fault(seconds, '601'), '601 is more than 600, the largest value.'],
  [fault({ kind: 'boolean' }, 'yes'), '“yes” is neither true nor false.'],
  [fault(choice, 'round'), '“round” is not one of circular, linear.'],
  [fault({ kind: 'duration' }, '1 month'), '“1 month” is not a number and a unit, as in 1M.'],
  [fault({ kind: 'duration' }, '0d'), '“0d” is no time at all.'],
  [fault({ kind: 'range' }, '-2'), '“-2” is not two whole numbers, from and to, as in -120,120.'],
  [fault({ kind: 'range' }, '5,1'), '“5,1” ends before it begins.'],
  [fault({ kind: 'queue-name' }, 'VQ/1'), '“VQ/1” has a /, which a queue name cannot have.'],
  [fault({ kind: 'service-name' }, 'my service'), '“my service” is not the name of a service.'],
  [fault({ kind: 'country' }, 'USA'), '“USA” is not the two letters of a country, as in US.'],
  [fault({ kind: 'urls' }, 'ftp://x'), '“ftp://x” is not an http or https address.'],
  [fault({ kind: 'url' }, 'ftp://y'), '“ftp://y” is not an http or https address.'],
  [fault({ kind: 'url' }, 'http://x,http://y'), '“http://x,http://y” is more than one address.'],
  [
    fault({ kind: 'service-template' }, 'a b'),
    '“a b” is neither the name of a service template nor the address of its SCXML.',
  ],
  [
    fault({ kind: 'chat-endpoint' }, 'default'),
    '“default” is not a tenant and an endpoint with a colon between them, as in Environment:default.',
  ],
  [fault({ kind: 'chat-endpoint' }, ':x'), '“:x” has no tenant before the colon, as in Environment:default.'],
  [
    fault({ kind: 'chat-endpoint' }, 'x:'),
    '“x:” has no endpoint after the colon, as in Environment:default.',
  ],
  [fault({ kind: 'user-name' }, 'a:b'), 'A user name has no colon: nobody could show it.'],
  [fault({ kind: 'names' }, '_a,_a'), '“_a” comes twice.'],
  [
    fault({ kind: 'names' }, '1st'),
    '“1st” is not a name. Names have letters, digits, _ . and -, with commas between them.',
  ],
  [fault({ kind: 'threshold-table' }, '0:10,x'), 'Pair 2, “x”, is not seconds:position, as in 0:10,10:5.'],
  [fault({ kind: 'threshold-table' }, '9:1,9:2'), 'Pair 2 does not begin above the one before it.'],
  [fault(seconds, '', { mandatory: true }), 'This parameter is mandatory: it needs a value.'],
  [fault(seconds, '', { default: '5' }), 'This parameter cannot be empty. Reset it to have its default.'],
  [
    fault({ kind: 'text' }, 'voice', { fixed: true, default: 'chat' }),
    'The configuration fixes this to chat.',
  ],
  [fault({ kind: 'text' }, 'x'.repeat(8193)), 'A value has at most 8,192 characters.'],
  [parameterNameFault('2nd', [], t), 'A parameter’s name begins with a letter or _, not with “2”.'],
  [
    parameterNameFault('_my option', [], t),
    'A parameter’s name cannot have “ ”: only letters, digits and _.',
  ],
  [parameterNameFault('my-param', [], t), 'A parameter’s name cannot have “-”: only letters, digits and _.'],
  [parameterNameFault('a.b', [], t), 'A parameter’s name cannot have “.”: only letters, digits and _.'],
  [parameterNameFault('_ttl', ['_ttl'], t), 'There is a parameter _ttl already. Edit that one.'],
  [serviceNameFault('', [], t), 'The service needs a name.'],
  [
    serviceNameFault('billing/2', [], t),
    'A service’s name has 1 to 64 letters, digits, _ - and ., and begins with a letter, a digit or _.',
  ],
  [
    serviceNameFault('chat-delay', ['chat-delay'], t),
    'There is a service chat-delay already. Choose another name, or open that one.',
  ],
]

test.each(badInputs)('a bad input has a sentence of its own: %s', (said, expected) => {
  expect(said).toBe(expected)
})

test('no two bad inputs have the same sentence', () => {
  const sentences = badInputs.map(([said]) => said)
  expect(new Set(sentences).size).toBe(sentences.length)
})

test.each<[Option['type'], string]>([
  [seconds, '600'],
  [{ kind: 'boolean' }, 'True'],
  [choice, 'linear'],
  [{ kind: 'duration' }, '1M'],
  [{ kind: 'range' }, '-120,120'],
  [{ kind: 'urls' }, 'http://a.example, https://b.example'],
  [{ kind: 'names' }, '_customer_number, usr_name'],
  [{ kind: 'threshold-table' }, '0:10, 10:5'],
  [{ kind: 'queue-name' }, ''],
])('a good value has none: %j %s', (type, value) => {
  expect(fault(type, value)).toBeNull()
})

test('what a request fills in is not looked at, nor what only the server can judge', () => {
  expect(fault(seconds, '$seconds$')).toBeNull()
  expect(fault({ kind: 'target' }, 'nonsense')).toBeNull()
  expect(fault({ kind: 'time-zone' }, 'Europe/Nowhere')).toBeNull()
})
