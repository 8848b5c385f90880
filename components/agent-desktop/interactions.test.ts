import { expect, test } from 'vitest'
import type { AgentJson, InteractionJson } from '../../server/tester/contract.ts'
import { customerNameOf, interactionKey, shownInteraction, subjectOf } from './interactions.ts'

const chat = (serviceId: string, changes: Partial<InteractionJson> = {}): InteractionJson => ({
  serviceId,
  state: 'active',
  customer: {},
  offeredAt: '2026-01-01T12:00:00.000Z',
  answerBy: '2026-01-01T12:00:20.000Z',
  acceptedAt: '2026-01-01T12:00:05.000Z',
  endedAt: null,
  endedBy: null,
  disposition: null,
  isDispositionOwed: false,
  ...changes,
})
const ended = (serviceId: string, changes: Partial<InteractionJson> = {}) =>
  chat(serviceId, { state: 'ended', endedAt: '2026-01-01T12:09:00.000Z', endedBy: 'customer', ...changes })
const anna = (...interactions: InteractionJson[]): AgentJson => ({
  id: 'anna',
  name: 'Anna',
  place: 'place-anna',
  placeGroups: [],
  groups: ['Billing'],
  skills: {},
  capacity: 3,
  autoAnswer: false,
  wrapUpSeconds: 0,
  notReadyAfterMissed: 1,
  dispositionMandatory: false,
  auto: null,
  state: 'ready',
  stateReason: null,
  stateSince: '2026-01-01T12:00:00.000Z',
  interactions,
  notOfferedBecause: null,
})
const shown = (agent: AgentJson, chosen: InteractionJson | null = null) =>
  shownInteraction(agent, chosen && interactionKey(chosen))?.serviceId ?? null

test('nothing is shown before a chat was accepted', () => {
  expect(shown(anna())).toBeNull()
  expect(shown(anna(chat('a', { state: 'ringing', acceptedAt: null })))).toBeNull()
  expect(shown(anna(ended('a', { acceptedAt: null, endedBy: 'missed' })))).toBeNull()
})

test('the chosen chat stays while it goes on; after its end one that goes on comes first', () => {
  expect(shown(anna(chat('a'), chat('b')))).toBe('b')
  expect(shown(anna(chat('a'), chat('b')), chat('a'))).toBe('a')
  expect(shown(anna(ended('a'), chat('b')), ended('a'))).toBe('b')
})

test('a chat that has just ended stays in view until the next', () => {
  expect(shown(anna(ended('a'), ended('b')))).toBe('b')
  expect(shown(anna(ended('a'), ended('b')), ended('a'))).toBe('a')
})

test('the customer is called by the name that was submitted, else by the number, else by the id', () => {
  expect(customerNameOf(chat('a', { customer: { usr_customer_name: 'Bob Markel', firstName: 'X' } }))).toBe(
    'Bob Markel',
  )
  expect(customerNameOf(chat('a', { customer: { firstName: 'Ada', lastName: 'King' } }))).toBe('Ada King')
  expect(customerNameOf(chat('a', { customer: { usr_customer_name: ' ', _customer_number: '408' } }))).toBe(
    '408',
  )
  expect(customerNameOf(chat('a'))).toBe('a')
})

test('the subject of the chat comes before the reason of the callback', () => {
  expect(subjectOf(chat('a', { customer: { usr_reason: 'billing', subject: 'invoice' } }))).toBe('invoice')
  expect(subjectOf(chat('a', { customer: { usr_reason: 'billing' } }))).toBe('billing')
  expect(subjectOf(chat('a'))).toBeNull()
})
