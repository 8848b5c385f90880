import { expect, test } from 'vitest'
import type { AvailableMessage } from '../../server/gms/contract.ts'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { arrivalOf, isCutOff, newsOf } from './arrival.ts'
import { newSession, type CustomerSession, type Delivery } from './customer-store.ts'
import { personaOf } from './personas.ts'
import { receivePolled } from './received.ts'

const form = personaOf(0)
const startedWith = (delivery: Delivery, deviceOs = form.deviceOs) =>
  newSession('369-1', '', { form: { ...form, deviceOs }, delivery })

type Told = Pick<CallbackDetailJson, 'step' | 'timeline'>

/** A callback with these events, the first one's number 1. */
const told = (step: Told['step'], ...types: string[]): Told => ({
  step,
  timeline: types.map((type, index) => ({
    number: index + 1,
    at: '',
    type,
    text: '',
    phrase: { key: '', values: {} },
    cause: null,
    traffic: null,
  })),
})
const announced = told('agent-available', 'agent-available')

/** The session with the news of an agent, which came for the announcement of this number. */
function reached(session: CustomerSession, arrivedFor: number): CustomerSession {
  const message = { _id: '369-1', _action: 'connect' } as unknown as AvailableMessage
  return { ...session, arrivedFor, inbox: receivePolled(session.inbox, [message], 1) }
}

const kindOf = (delivery: Delivery, session: CustomerSession, isConnected = true) =>
  arrivalOf({ user: 'me', delivery, session }, announced, isConnected).kind

test('a phone that is pushed to awaits the push, as soon as it is connected', () => {
  expect(kindOf('push', startedWith('push'))).toBe('underway')
  expect(kindOf('push', startedWith('push'), false)).toBe('waits-for-push')
})

test('a phone that polls asks for it, however it was started', () => {
  expect(kindOf('polling', startedWith('push'))).toBe('next-poll')
  expect(kindOf('polling', startedWith('polling'))).toBe('next-poll')
})

test('a phone that nothing can reach is told why', () => {
  expect(kindOf('off', startedWith('push'))).toBe('off')
  expect(kindOf('off', startedWith('off'))).toBe('off-without-device')
  expect(kindOf('push', startedWith('off'))).toBe('without-device')
  expect(kindOf('push', startedWith('push', 'fcm'))).toBe('other-device')
  expect(
    isCutOff(arrivalOf({ user: 'me', delivery: 'off', session: startedWith('off') }, announced, false)),
  ).toBe(true)
})

test('what has come is here, whatever the phone does since', () => {
  const called = reached(startedWith('push'), 1)
  const arrival = arrivalOf({ user: 'me', delivery: 'off', session: called }, announced, false)
  expect(arrival).toMatchObject({ kind: 'here', notice: { via: 'poll', at: 1 } })
  expect(isCutOff(arrival)).toBe(false)
})

test('what came for an earlier announcement is not here for the one in force, nor calls anybody afterwards', () => {
  const called = reached(startedWith('push'), 1)
  const again = told('agent-available', 'agent-available', 'confirmation-missed', 'agent-available')
  expect(arrivalOf({ user: 'me', delivery: 'push', session: called }, again, true).kind).toBe('underway')
  expect(arrivalOf({ user: 'me', delivery: 'off', session: called }, again, true).kind).toBe('off')
  expect(newsOf(reached(called, 3), again)).toMatchObject({ via: 'poll' })
  expect(newsOf(called, told('waiting', 'agent-available', 'announcement-lapsed'))).toBeNull()
  expect(newsOf(called, told('done', 'agent-available', 'callback-completed'))).toBeNull()
})
