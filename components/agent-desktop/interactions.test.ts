import { expect, test } from 'vitest'
import type { AgentJson, InteractionJson } from '../../server/tester/contract.ts'
import {
  customerNameOf,
  endingOf,
  hasOtherChats,
  isInChat,
  otherOwed,
  shownInteraction,
  subjectOf,
} from './interactions.ts'
import { agentWith, chatWith } from './testing.ts'

const ended = (serviceId: string, changes: Partial<InteractionJson> = {}) =>
  chatWith(serviceId, {
    state: 'ended',
    endedAt: '2026-01-01T12:09:00.000Z',
    endedBy: 'customer',
    ...changes,
  })
const anna = (...interactions: InteractionJson[]) => agentWith({ interactions })
const shown = (agent: AgentJson, chosen: string | null = null, isLookingBack = false) =>
  shownInteraction(agent, chosen, isLookingBack)?.serviceId ?? null

test('nothing is shown before a chat was accepted', () => {
  expect(shown(anna())).toBeNull()
  expect(shown(anna(chatWith('a', { state: 'ringing', acceptedAt: null })))).toBeNull()
  expect(shown(anna(ended('a', { acceptedAt: null, endedBy: 'missed' })))).toBeNull()
})

test('the chosen chat stays while it goes on; after its end one that goes on comes first', () => {
  expect(shown(anna(chatWith('a'), chatWith('b')))).toBe('b')
  expect(shown(anna(chatWith('a'), chatWith('b')), 'a')).toBe('a')
  expect(shown(anna(ended('a'), chatWith('b')), 'a')).toBe('b')
  expect(shown(anna(ended('a'), chatWith('b')), 'a', true)).toBe('a')
})

test('a chat that has just ended stays in view until the next', () => {
  expect(shown(anna(ended('a'), ended('b')))).toBe('b')
  expect(shown(anna(ended('a'), ended('b')), 'a')).toBe('a')
})

test('the customer is called by the name that was submitted, else by the number, else by the id', () => {
  expect(
    customerNameOf(chatWith('a', { customer: { usr_customer_name: 'Bob Markel', firstName: 'X' } })),
  ).toBe('Bob Markel')
  expect(customerNameOf(chatWith('a', { customer: { firstName: 'Ada', lastName: 'King' } }))).toBe('Ada King')
  expect(
    customerNameOf(chatWith('a', { customer: { usr_customer_name: ' ', _customer_number: '408' } })),
  ).toBe('408')
  expect(customerNameOf(chatWith('a'))).toBe('a')
})

test('the subject of the chat comes before the reason of the callback', () => {
  expect(subjectOf(chatWith('a', { customer: { usr_reason: 'billing', subject: 'invoice' } }))).toBe(
    'invoice',
  )
  expect(subjectOf(chatWith('a', { customer: { usr_reason: 'billing' } }))).toBe('billing')
  expect(subjectOf(chatWith('a'))).toBeNull()
})

test('an ending that nobody has a word for is an ending', () => {
  expect(endingOf(ended('a', { endedBy: 'time-out' }))).toBe('time-out')
  expect(endingOf(ended('a', { endedBy: 'something new' }))).toBe('ended')
})

test('other chats whose disposition is owed are found, the one in view is not among them', () => {
  const [a, b] = [ended('a', { isDispositionOwed: true }), ended('b', { isDispositionOwed: true })]
  expect(otherOwed({ ...anna(a, b, ended('c')), dispositionMandatory: true }, a)).toEqual([b])
})

test('there is a way to every chat that goes on and is not in front', () => {
  const [a, b] = [chatWith('a'), chatWith('b')]
  expect(hasOtherChats(anna(a), a)).toBe(false)
  expect(hasOtherChats(anna(a, b), a)).toBe(true)
  expect(hasOtherChats(anna(ended('c'), a), ended('c'))).toBe(true)
  // What rings has a card of its own.
  expect(hasOtherChats(anna(chatWith('a', { state: 'ringing' })), null)).toBe(false)
})

test('an agent is in a chat from the answer to the end', () => {
  const ended = chatWith('c', { state: 'ended' })
  const agents = [
    agentWith({ id: 'anna', interactions: [chatWith('a'), chatWith('b', { state: 'ringing' }), ended] }),
  ]
  expect(['a', 'b', 'c'].map((chat) => isInChat(agents, 'anna', chat))).toEqual([true, false, false])
  expect(isInChat(agents, 'ben', 'a')).toBe(false)
  expect(isInChat(undefined, 'anna', 'a')).toBe(false)
})
