import { expect, test } from 'vitest'
import type { AvailableMessage } from '../../server/gms/contract.ts'
import { arrivalOf, isCutOff } from './arrival.ts'
import { newSession, type CustomerSession, type Delivery } from './customer-store.ts'
import { personaOf } from './personas.ts'
import { receivePolled } from './received.ts'

const form = personaOf(0)
const startedWith = (delivery: Delivery, deviceOs = form.deviceOs) =>
  newSession('369-1', '', { form: { ...form, deviceOs }, delivery })
const kindOf = (delivery: Delivery, session: CustomerSession, isConnected = true) =>
  arrivalOf({ user: 'me', delivery, session }, isConnected).kind

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
  expect(isCutOff(arrivalOf({ user: 'me', delivery: 'off', session: startedWith('off') }, false))).toBe(true)
})

test('what has come is here, whatever the phone does since', () => {
  const session = startedWith('push')
  const message = { _id: '369-1', _action: 'connect' } as unknown as AvailableMessage
  const called = { ...session, inbox: receivePolled(session.inbox, [message], 1) }
  const arrival = arrivalOf({ user: 'me', delivery: 'off', session: called }, false)
  expect(arrival).toMatchObject({ kind: 'here', notice: { via: 'poll', at: 1 } })
  expect(isCutOff(arrival)).toBe(false)
})
