import { expect, test } from 'vitest'
import { classicDefaults, classicOperations, idIn, isHeaderText, pretty } from './operations.ts'

const operation = (name: string) => {
  const found = classicOperations.find((one) => one.name === name)
  if (!found) throw new Error(`no operation ${name}`)
  return found
}

test('start sends exactly the five fields of the scenario, in its order', () => {
  expect(operation('start').path('', classicDefaults)).toBe('/genesys/1/service/callback/chat-delay')
  expect(
    operation('start')
      .fields(classicDefaults, 'user-1')
      .map(([name]) => name),
  ).toEqual(['_customer_number', 'usr_customer_name', 'usr_reason', '_device_notification_id', '_device_os'])
})

test('a user whom no header can carry is told from one whom it can', () => {
  for (const user of ['', 'me', 'Zoë', 'a b~']) expect(isHeaderText(user), user).toBe(true)
  for (const user of ['Zoë€', '梅', 'a\tb', '\x7f', '\x85']) expect(isHeaderText(user), user).toBe(false)
})

test('every other operation is one of the service', () => {
  const others = classicOperations.filter(({ needsId }) => needsId)
  expect(
    others.map(({ path }) => path('369-1', classicDefaults).replace('/genesys/1/service/369-1/', '')),
  ).toEqual([
    'check-queue-position',
    'connect',
    'ixn/chat',
    'ixn/chat/send',
    'ixn/chat/refresh',
    'ixn/chat/startTyping',
    'ixn/chat/stopTyping',
    'ixn/chat/disconnect',
    'agent-notification',
    'retrieve-agent-notifications',
    'internal-notification',
    'retrieve-notifications',
  ])
})

test('refresh names a position only when one is given', () => {
  const refresh = operation('refresh')
  expect(refresh.fields(classicDefaults, '')).toEqual([])
  expect(refresh.fields({ ...classicDefaults, position: '0' }, '')).toEqual([['transcriptPosition', '0']])
})

test('only an answer with an id gives one', () => {
  expect(idIn('{"_id":"369-1","_text":""}')).toBe('369-1')
  expect(idIn('[]')).toBeNull()
  expect(idIn('not JSON')).toBeNull()
})

test('JSON is shown in lines, anything else as it is', () => {
  expect(pretty('{"a":1}')).toBe('{\n  "a": 1\n}')
  expect(pretty('Service Unavailable')).toBe('Service Unavailable')
})
