import { expect, test } from 'vitest'
import {
  isDocumented,
  misbehaviours,
  verdictOf,
  wrongId,
  type Attempt,
  type Misbehaviour,
} from './misbehaviour.ts'

const verdict = (kind: Misbehaviour, ...attempts: Attempt[]) => verdictOf({ kind, attempts })
const answer = (status: number, body: string, request = 'POST …/connect'): Attempt => ({
  request,
  status,
  body,
})
const exception = (name: string) => JSON.stringify({ exception: name, message: 'no' })

test('a refusal in our own words is undocumented, whatever led to it', () => {
  for (const kind of ['confirm-late', 'double-connect', 'abandon', 'wrong-id'] as const) {
    const found = verdict(kind, answer(404, exception('gmstester.ServiceInstanceNotFound')))
    expect([found, isDocumented(found)]).toEqual(['own-words', false])
  }
})

test('a lost session of the orchestration server is documented', () => {
  const lost = answer(500, exception('com.genesyslab.gsg.services.ors.OrsServiceException'))
  expect(verdict('confirm-late', lost)).toBe('ors-session')
  expect(isDocumented('ors-session')).toBe(true)
})

test('an app that knows an old push session is told so by the protocol', () => {
  const told = '[{"channel":"/meta/connect","successful":false,"error":"402::Unknown client"}]'
  expect(verdict('stale-session', answer(200, told))).toBe('bayeux')
  expect(verdict('stale-session', answer(200, '[{"successful":true}]'))).toBe('unknown')
})

test('leaving is documented, by the call that was made', () => {
  expect(verdict('abandon', answer(200, '', 'DELETE …/chat-delay/369-1'))).toBe('cancel')
  expect(verdict('abandon', answer(200, '{}', 'POST …/ixn/chat/disconnect'))).toBe('disconnect')
})

test('what is taken late or twice is taken by our own decision', () => {
  expect(isDocumented(verdict('confirm-late', answer(200, '{}')))).toBe(false)
  expect(isDocumented(verdict('double-connect', answer(200, '{}'), answer(200, '{}')))).toBe(false)
})

test('what no request was sent for rests on options and on the outbox', () => {
  expect(misbehaviours.filter((kind) => isDocumented(verdict(kind)))).toEqual(['never-confirm', 'close-app'])
})

test('a wrong id is another one of the same form', () => {
  expect(wrongId('369-ab0')).toBe('369-ab1')
  expect(wrongId('369-abf')).toBe('369-ab0')
})
