import { expect, test } from 'vitest'
import { newSession, type Customer } from './customer-store.ts'
import { createNewNotices } from './new-notices.ts'
import { personaOf } from './personas.ts'
import { receivePolled } from './received.ts'

const form = personaOf(0)

/** A customer whose phone these texts have reached, all at the moment `at`. */
function customerAt(at: number, letter: string, ...texts: string[]): Customer {
  const session = newSession(`369-${letter}`, '', { form, delivery: 'polling' })
  const contents = texts.map((text) => ({
    _id: session.serviceId,
    _display_message: text,
    _internal_message: '',
  }))
  const reached = { ...session, inbox: receivePolled(session.inbox, contents, at) }
  return { letter, user: letter, form, delivery: 'polling', isAppClosed: false, draft: '', session: reached }
}

const customer = (letter: string, ...texts: string[]) => customerAt(1, letter, ...texts)

test('what is there when the page opens is not new, and what comes then is so once', () => {
  const newOf = createNewNotices()
  const told = (...customers: Customer[]) =>
    newOf(customers).map(({ letter, content }) => [letter, '_action' in content || content._display_message])
  expect(told(customer('A', 'old'))).toEqual([])
  expect(told(customer('A', 'old', 'new'))).toEqual([['A', 'new']])
  expect(told(customer('A', 'old', 'new'))).toEqual([])
  // Two phones may be told at the same moment.
  expect(told(customer('A', 'old', 'new'), customer('B', 'his'))).toEqual([['B', 'his']])
  // A reset takes the callbacks away, and its undoing brings them back.
  expect(told({ ...customer('A'), session: null })).toEqual([])
  expect(told(customer('A', 'old', 'new'))).toEqual([])
  // One that was reset gives the same ids again.
  expect(told(customerAt(2, 'A', 'old'))).toEqual([['A', 'old']])
})
