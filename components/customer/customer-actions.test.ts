import { expect, test } from 'vitest'
import { startChatPath, startFields } from './customer-actions.ts'
import { newSession, randomUser } from './customer-store.ts'
import { emailOf, personaOf, splitName } from './personas.ts'

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

test('with polling the device is not named', () => {
  const names = startFields({ ...customer, delivery: 'polling' }).map(([name]) => name)
  expect(names).toEqual(['_customer_number', 'usr_customer_name', 'usr_reason'])
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
