import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import en from '../messages/en.json'
import { tabsOf } from './detail-tabs.ts'
import { overviewOf } from './overview.ts'
import { detailOf, eventRow } from './traffic-samples.ts'

const t = createTranslator({ locale: 'en', messages: en, namespace: 'wire' })
const overview = (changes: Parameters<typeof detailOf>[0]) =>
  overviewOf(detailOf(changes), t, ({ key }) => `${key}, said.`)

test('an exchange says who asked, how it went and what it is for', () => {
  expect(overview({ path: '/x/connect' })).toBe(
    'The customer’s app sent POST /x/connect. It was answered with 200 OK, in 5 ms. ' +
      'The customer says: I am here. The answer carries the address to create the chat at.',
  )
  expect(overview({ status: 404 })).toContain('It was refused with 404 Not Found, in 5 ms.')
  expect(overview({ status: null, durationMillis: null })).toContain('It has not been answered yet.')
  expect(overview({ status: null })).toContain('The client went away before an answer.')
})

test('a Bayeux message that is refused in an answer of 200 is refused', () => {
  const note = '/meta/connect: 402::Unknown client'
  const refused = overview({ protocol: 'bayeux', path: '/genesys/cometd', note, isRefused: true })
  expect(refused).toContain('It was refused with 200, in 5 ms.')
  expect(refused).toContain(t('channels./meta/connect'))
})

test('a held poll says that it is open, and afterwards what it brought', () => {
  const frame = { kind: 'frame', protocol: 'bayeux', method: 'SEND', path: '/meta/connect' } as const
  expect(overview({ ...frame, isHeld: true })).toContain('keeps it open')
  expect(overview(frame)).not.toContain('keeps it open')
  const poll = { protocol: 'bayeux', path: '/genesys/cometd', note: '/meta/connect', isHeld: true } as const
  expect(overview({ ...poll, status: null, durationMillis: null })).toContain('keeps it open')
  const brought = overview({ ...poll, note: '/meta/connect → /_genesys' })
  expect(brought).toContain('It was answered with 200')
  expect(brought).toContain('This time it brought events.')
})

test('[TA117] what was rendered for another device says that it was sent nowhere', () => {
  const push = { kind: 'unsent', method: 'FCM', path: '/v1/projects/gms-tester/messages:send' } as const
  expect(overview(push)).toBe(
    'The server rendered a push as Firebase Cloud Messaging would be asked to send it, at ' +
      '/v1/projects/gms-tester/messages:send. It was sent nowhere. ' +
      'The device can fetch it with retrieve-notifications.',
  )
})

test('[TA125] an event says that nobody sent it, and what happened; there is nothing else to look at', () => {
  const event = eventRow(1)
  expect(overview(event)).toBe(
    'Nobody sent this: the contact centre did it because time went by. anna did not accept the chat in time.',
  )
  const phrase = { key: 'missed', values: { agent: 'anna' } }
  const told = { number: 7, at: event.centreAt, type: event.path, cause: null, traffic: 1 }
  expect(overview({ ...event, events: [{ ...told, text: event.note, phrase }] })).toContain(
    'by. missed, said.',
  )
  expect(tabsOf(detailOf(event))).toEqual(['overview'])
})

test('frames and pushes have sentences of their own', () => {
  expect(
    overview({ kind: 'push', protocol: 'bayeux', path: '/_genesys', note: 'service.agentavailable.1' }),
  ).toBe(
    'The server handed an event to push, with tag service.agentavailable.1. ' +
      'It brings the customer an event; the tag says which.',
  )
  const frame = {
    kind: 'frame',
    protocol: 'bayeux',
    method: 'SEND',
    path: '/meta/subscribe',
    note: '/meta/subscribe',
  } as const
  expect(overview(frame)).toBe(
    'The customer’s app sent a WebSocket frame on /meta/subscribe. The session wants to hear this channel.',
  )
})
