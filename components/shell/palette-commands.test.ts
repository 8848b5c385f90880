import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import type { AgentJson, CallbackJson, ClockJson } from '../../server/tester/contract.ts'
import { messagesOf } from '../messages/messages.ts'
import type { Locale } from '../messages/translate.ts'
import { commandFits, commandsOf } from './palette-commands.ts'

const translators = (locale: Locale) => {
  const words = { locale, messages: messagesOf(locale) }
  return [
    createTranslator({ ...words, namespace: 'palette' }),
    createTranslator({ ...words, namespace: 'shell' }),
    createTranslator({ ...words, namespace: 'clock' }),
  ] as const
}

const clock = { paused: false, rate: 10, next: { kind: 'ring', what: 'Anna stops ringing' } } as ClockJson
const backEnds = { urs: 'up', ors: 'up', chatServer: 'up', statServer: 'down', push: 'up' } as const
const anna = { id: 'anna', name: 'Anna', state: 'not-ready' } as AgentJson
const known = { agents: [anna], queues: [], clock, callbacks: [], backEnds }

const found = (text: string, locale: Locale = 'en', callbacks: CallbackJson[] = []) =>
  commandsOf(text, { ...known, callbacks }, ...translators(locale))
    .flatMap(({ items }) => items)
    .filter((command) => commandFits(command, text))
    .map(({ deed }) => deed)

test('panels are focused, back ends switched, and the clock goes to what is next', () => {
  expect(found('focus agent')).toEqual([{ kind: 'focus', panel: 'agent' }])
  expect(found('urs down')).toEqual([{ kind: 'back-end', name: 'urs', to: 'down' }])
  expect(found('statserver up')).toEqual([{ kind: 'back-end', name: 'statServer', to: 'up' }])
  expect(found('next event')).toEqual([{ kind: 'next-event' }])
  expect(found('clock at 60')).toEqual([{ kind: 'clock', change: { rate: 60 } }])
  expect(found('theme dark')).toEqual([{ kind: 'theme', theme: 'dark' }])
  expect(found('reset')).toEqual([{ kind: 'reset' }])
})

test.each(['en', 'de'] as const)('what the manual types is found in each language: %s', (locale) => {
  expect(found('agent anna ready', locale)[0]).toEqual({
    kind: 'agent-state',
    agent: 'anna',
    state: 'ready',
  })
  const ahead = { kind: 'clock', change: { advanceSeconds: 10 } }
  expect(found('clock +10s', locale)).toEqual([ahead])
  expect(found('clock 10 s', locale)[0]).toEqual(ahead)
  expect(found('fault urs down', locale)).toEqual([{ kind: 'back-end', name: 'urs', to: 'down' }])
  expect(found('urs down ', locale)).toEqual([{ kind: 'back-end', name: 'urs', to: 'down' }])
  expect(found('clock 60x', locale)).toEqual([{ kind: 'clock', change: { rate: 60 } }])
})

test.each(['en', 'de'] as const)('pages without a place in the navigation are found too: %s', (locale) => {
  expect(found('fidelity', locale)).toEqual([{ kind: 'go', href: '/fidelity' }])
  expect(found('chat.html', locale)).toEqual([{ kind: 'go', href: '/gmstester/chat.html' }])
})

test('in German, the words of German are found as well', () => {
  expect(found('agent anna bereit', 'de')[0]).toMatchObject({ state: 'ready' })
  expect(found('uhr +10s', 'de')).toEqual([{ kind: 'clock', change: { advanceSeconds: 10 } }])
  expect(found('urs aus', 'de')).toEqual([{ kind: 'back-end', name: 'urs', to: 'down' }])
})

test('a whole id leads to its callback, read or not', () => {
  const id = '369-166652d2-aed6-443c-9781-6bdff370f9a9'
  const page = { kind: 'go', href: `/callbacks/${id}` }
  expect(found(` ${id} `)).toEqual([page])
  const read = { id, state: 'QUEUED', properties: {} } as CallbackJson
  expect(found(id, 'en', [read])).toEqual([{ kind: 'select-callback', serviceId: id }])
  expect(found(id.slice(0, -1))).toEqual([])
})
