import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import type { ClockJson } from '../../server/tester/contract.ts'
import { messagesOf } from '../messages/messages.ts'
import { commandFits, commandsOf } from './palette-commands.ts'

const words = { locale: 'en', messages: messagesOf('en') } as const
const t = createTranslator({ ...words, namespace: 'palette' })
const shell = createTranslator({ ...words, namespace: 'shell' })

const clock = { paused: false, rate: 10, next: { kind: 'ring', what: 'Anna stops ringing' } } as ClockJson
const backEnds = { urs: 'up', ors: 'up', chatServer: 'up', statServer: 'down', push: 'up' } as const
const known = { agents: [], queues: [], clock, callbacks: [], backEnds }

const found = (text: string) =>
  commandsOf(text, known, t, shell)
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
