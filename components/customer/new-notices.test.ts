import { expect, test } from 'vitest'
import { newSession, type Customer } from './customer-store.ts'
import { createNewNotices } from './new-notices.ts'
import { personaOf } from './personas.ts'
import { receivePush } from './received.ts'

const form = personaOf(0)

/** A customer with a session of his own whose phone these texts have reached, all at the moment `at`. */
function customer(letter: string, texts: readonly string[], { session = 'own', at = 1 } = {}): Customer {
  const { id: _, ...begun } = newSession(`369-${letter}`, '', { form, delivery: 'push' })
  const inbox = texts.reduce(
    (so, text, index) =>
      receivePush(
        so,
        {
          id: `push-${index}`,
          tag: `service.message.${begun.serviceId}`,
          message: { _id: begun.serviceId, _display_message: text, _internal_message: '' },
        },
        at,
      ),
    begun.inbox,
  )
  const named = session === 'unnamed' ? begun : { ...begun, id: `${session} ${letter}` }
  return {
    letter,
    user: letter,
    form,
    delivery: 'push',
    isAppClosed: false,
    draft: '',
    session: { ...named, inbox },
  }
}

/** What is told of what stands there now, by letter and text. */
function teller() {
  const newOf = createNewNotices()
  return (...customers: Customer[]) =>
    newOf(customers).map(({ letter, content }) => [letter, '_action' in content || content._display_message])
}

test('what is there when the page opens is not new, and what comes then is so once', () => {
  const told = teller()
  expect(told(customer('A', ['old']))).toEqual([])
  expect(told(customer('A', ['old', 'new']))).toEqual([['A', 'new']])
  expect(told(customer('A', ['old', 'new']))).toEqual([])
  // Two phones may be told at the same moment.
  expect(told(customer('A', ['old', 'new']), customer('B', ['his']))).toEqual([['B', 'his']])
  // A reset takes the callbacks away, and its undoing brings them back.
  expect(told({ ...customer('A', []), session: null })).toEqual([])
  expect(told(customer('A', ['old', 'new']))).toEqual([])
})

test('a contact centre that was reset gives the same ids again, and what reaches the new session is new', () => {
  const told = teller()
  told(customer('A', ['old']))
  expect(told(customer('A', ['old'], { session: 'next' }))).toEqual([['A', 'old']])
})

test.each(['own', 'unnamed'])(
  'two tabs take one push in at moments of their own, and it is new once (session: %s)',
  (session) => {
    const told = teller()
    told(customer('A', [], { session }))
    expect(told(customer('A', ['hello'], { session, at: 1 }))).toEqual([['A', 'hello']])
    expect(told(customer('A', ['hello'], { session, at: 2 }))).toEqual([])
  },
)

test('a customer who was put back under another letter has not been told anew', () => {
  const told = teller()
  const own = customer('B', ['old'])
  told(own)
  expect(told({ ...own, letter: 'C' })).toEqual([])
})

test('each session has an id of its own', () => {
  const id = () => newSession('369-1', '', { form, delivery: 'push' }).id
  expect(id()).toMatch(/^[0-9a-f]{32}$/)
  expect(id()).not.toBe(id())
})
