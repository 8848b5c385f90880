import { expect, test } from 'vitest'
import { isDoubled, startAnswerIn, startChatPath, startFields } from './customer-actions.ts'
import { randomUser } from '../random-user.ts'
import { newSession } from './customer-store.ts'
import { emailOf, freeFieldName, personaOf, personas, splitName } from './personas.ts'

const customer = { form: personaOf(0), user: 'u1' }

test('with push the five fields of the scenario are sent, in its order', () => {
  expect(startFields({ ...customer, delivery: 'push' })).toEqual([
    ['_customer_number', '4082652649'],
    ['usr_customer_name', 'Bob Markel'],
    ['usr_reason', 'billing question'],
    ['_device_notification_id', 'u1'],
    ['_device_os', 'comet'],
  ])
})

test.each(['polling', 'off'] as const)('with %s the device is not named', (delivery) => {
  const names = startFields({ ...customer, delivery }).map(([name]) => name)
  expect(names).toEqual(['_customer_number', 'usr_customer_name', 'usr_reason'])
  expect(newSession('369-1', '', { ...customer, delivery }).hasDevice).toBe(false)
})

test('fields of the app’s own go last, those without a name not at all', () => {
  const extra = [
    { name: 'usr_order', value: '42' },
    { name: '', value: 'nothing' },
  ]
  const fields = startFields({ ...customer, form: { ...customer.form, extra }, delivery: 'push' })
  expect(fields.at(-1)).toEqual(['usr_order', '42'])
  expect(fields).toHaveLength(6)
})

test('a further field takes the first name that is free, and one that is doubled is found', () => {
  const named = (...names: string[]) => names.map((name) => ({ name, value: '' }))
  expect(freeFieldName([])).toBe('usr_field_1')
  expect(freeFieldName(named('usr_field_1', 'usr_field_2'))).toBe('usr_field_3')
  expect(freeFieldName(named('usr_field_2'))).toBe('usr_field_1')
  const extra = named('usr_reason', 'usr_order')
  const fields = startFields({ ...customer, form: { ...customer.form, extra }, delivery: 'push' })
  expect(isDoubled('usr_reason', fields)).toBe(true)
  expect(isDoubled('usr_order', fields)).toBe(false)
})

test('empty optional fields are sent, and empty', () => {
  const fields = startFields({ user: 'u1', form: personas.empty, delivery: 'polling' })
  expect(fields).toContainEqual(['usr_reason', ''])
})

test('only an answer of start begins a callback', () => {
  expect(startAnswerIn({ status: 200, body: '{"_id":"369-1","_text":"wait"}' })).toMatchObject({
    _id: '369-1',
  })
  for (const body of ['{"_id":7}', '[]', 'null', 'not JSON'])
    expect(startAnswerIn({ status: 200, body })).toBeNull()
  expect(startAnswerIn({ status: 400, body: '{"_id":"369-1"}' })).toBeNull()
})

test('the chat is created where connect said, and without its answer where it would have said', () => {
  const session = newSession('369-1', '', { ...customer, delivery: 'push' })
  expect(startChatPath(session)).toBe('/genesys/1/service/369-1/ixn/chat')
  const dialog = {
    _dialog_id: '1',
    _action: 'StartChat',
    _label: 'Start Chat',
    _start_chat_url: 'http://elsewhere:8080/genesys/1/service/369-9/ixn/chat',
    _comet_url: '',
    _user_header: '',
    _id_to_jump_before: 'exit://',
    _chat_parameters: { subject: 'None' },
    _id: '369-9',
  } as const
  expect(startChatPath({ ...session, dialog })).toBe('/genesys/1/service/369-9/ixn/chat')
})

test('each customer has a user of 64 hex digits of its own', () => {
  expect(randomUser()).toMatch(/^[0-9a-f]{64}$/)
  expect(randomUser()).not.toBe(randomUser())
})

test('a name becomes the parts a chat asks for', () => {
  expect(splitName('Bob  Markel Jr')).toEqual({ firstName: 'Bob', lastName: 'Markel Jr' })
  expect(splitName('')).toEqual({ firstName: '', lastName: '' })
  expect(emailOf('Bob Markel')).toBe('bob.markel@example.com')
  expect(emailOf('')).toBe('customer@example.com')
})
