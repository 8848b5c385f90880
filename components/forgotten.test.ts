import { expect, test, vi } from 'vitest'
import { draftOf, useAgentStore } from './agent-desktop/agent-store.ts'
import { useMailboxStore } from './agent-desktop/mailbox-store.ts'
import { newSession, useCustomerStore, type Customer } from './customer/customer-store.ts'
import { personaOf } from './customer/personas.ts'
import { forget, remember, takeUp } from './forgotten.ts'

function customer(letter: string, serviceId: string | null, draft = ''): Customer {
  const form = personaOf(0)
  const session = serviceId === null ? null : newSession(serviceId, '', { form, delivery: 'push' })
  return { letter, user: letter, form, delivery: 'push', isAppClosed: false, draft, session }
}

const sessions = (customers: readonly Customer[]) =>
  customers.map(({ letter, session, draft }) => [letter, session?.serviceId ?? null, draft])

test('an undone reset gives each customer the session and the draft that were forgotten', () => {
  const before = [customer('A', '369-1', 'I meant'), customer('B', null)]
  const now = [customer('A', null), customer('B', null), customer('C', null)]
  expect(sessions(takeUp(now, before, new Set(['369-1'])))).toEqual([
    ['A', '369-1', 'I meant'],
    ['B', null, ''],
    ['C', null, ''],
  ])
})

test('a session that the tester does not know is not taken up, and one that it does not know any more is let go', () => {
  const before = [customer('A', '369-1', 'I meant')]
  const now = [customer('A', null), customer('B', '369-2', 'Hello?'), customer('C', '369-3', 'Yes')]
  expect(sessions(takeUp(now, before, new Set(['369-3'])))).toEqual([
    ['A', null, ''],
    ['B', null, ''],
    ['C', '369-3', 'Yes'],
  ])
})

test('what agents had of foreign customers comes back with an undone reset, though it is heard of twice', async () => {
  // Nothing is kept here beyond the test.
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  useAgentStore.getState().draft('anna', '369-9', 'half a word')
  useMailboxStore.getState().received('369-9', [{ message: 'Gate 4', tag: 'agent.message.369-9' }], 10)
  forget()
  expect(useMailboxStore.getState().mailboxes).toEqual({})
  // A poll that was under way meanwhile.
  useMailboxStore.getState().received('369-9', [], 20)
  forget()
  await remember(() => Promise.resolve(new Set()))
  expect(draftOf(useAgentStore.getState(), 'anna', '369-9')).toBe('half a word')
  expect(useMailboxStore.getState().mailboxes['369-9']?.items).toMatchObject([{ message: 'Gate 4' }])
  warn.mockRestore()
})

test('a line and mail that come back between two hearings of a reset are added to what is kept', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  useCustomerStore.setState({ customers: [customer('A', '369-1')] })
  useAgentStore.getState().draft('anna', '369-1', 'and then')
  useMailboxStore.getState().received('369-1', [{ message: 'Gate 4', tag: 'agent.message.369-1' }], 10)
  forget()
  useAgentStore.getState().draft('anna', '369-1', 'First this,')
  useMailboxStore.getState().received('369-1', [{ message: 'Gate 5', tag: 'agent.message.369-1' }], 20)
  forget()
  await remember((ids) => Promise.resolve(new Set(ids)))
  expect(sessions(useCustomerStore.getState().customers)).toEqual([['A', '369-1', '']])
  expect(draftOf(useAgentStore.getState(), 'anna', '369-1')).toBe('First this,\nand then')
  const { items } = useMailboxStore.getState().mailboxes['369-1'] ?? { items: [] }
  expect(items.map(({ message }) => message)).toEqual(['Gate 4', 'Gate 5'])
  warn.mockRestore()
})
