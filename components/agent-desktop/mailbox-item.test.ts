import { expect, test } from 'vitest'
import { decodeMailboxMessage } from './mailbox-item.ts'

test('the message inside an item is decoded once more', () => {
  const message = '{"_id":"369-1", "_internal_message":"INTERNAL", "_display_message":"Hello \\"agent\\""}'
  expect(decodeMailboxMessage(message)).toEqual({
    _id: '369-1',
    _internal_message: 'INTERNAL',
    _display_message: 'Hello "agent"',
  })
})

test('what is no such message is not taken for one', () => {
  expect(decodeMailboxMessage('hello')).toBeNull()
  expect(decodeMailboxMessage('null')).toBeNull()
  expect(decodeMailboxMessage('{"_id":"369-1"}')).toBeNull()
})
