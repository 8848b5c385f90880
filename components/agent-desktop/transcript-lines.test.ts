import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import type { ChatJson, EntryJson } from '../../server/tester/contract.ts'
import { messagesOf } from '../messages/messages.ts'
import { linesOf, typingForCustomer, typingIn, wordsOf } from './transcript-lines.ts'

const chatOf = (...entries: Partial<EntryJson>[]): ChatJson => ({
  sessionId: '0000YaADMWXM0013',
  state: 'talking',
  startedAt: '2026-01-01T12:00:00.000Z',
  endedAt: null,
  agents: ['anna'],
  position: entries.length,
  transcript: entries.map((entry, index) => ({
    index: index + 1,
    type: 'text',
    nickname: 'Bob',
    party: 'CLIENT',
    text: '',
    at: '2026-01-01T12:00:00.000Z',
    ...entry,
  })),
})

test('typing makes no line', () => {
  const chat = chatOf(
    { type: 'joined' },
    { type: 'typing-started' },
    { text: 'hello' },
    { type: 'typing-stopped' },
  )
  expect(linesOf(chat).map(({ index }) => index)).toEqual([1, 3])
})

test('who comes and goes is told in the language of the page, what was said as it was said', () => {
  const t = createTranslator({ locale: 'de', messages: messagesOf('de'), namespace: 'chat' })
  const chat = chatOf(
    { type: 'joined', text: 'has joined the session' },
    { text: 'has left the session' },
    { type: 'left', text: 'has left the session' },
  )
  expect(linesOf(chat).map((entry) => wordsOf(entry, t))).toEqual([
    'ist beigetreten',
    'has left the session',
    'ist gegangen',
  ])
})

test('whoever has left hears no more of it', () => {
  const chat = chatOf(
    { at: '2026-01-01T12:00:01.000Z' },
    { type: 'left', at: '2026-01-01T12:00:02.000Z' },
    { at: '2026-01-01T12:00:03.000Z' },
  )
  expect(linesOf(chat, '2026-01-01T12:00:02.000Z').map(({ index }) => index)).toEqual([1, 2])
})

test('whoever has begun types until they stop, speak or leave', () => {
  const started = { type: 'typing-started' } as const
  expect(typingIn(chatOf(started), 'Anna')).toEqual(['Bob'])
  expect(typingIn(chatOf(started, { type: 'typing-stopped' }), 'Anna')).toEqual([])
  expect(typingIn(chatOf(started, { type: 'text' }), 'Anna')).toEqual([])
  expect(typingIn(chatOf(started, { type: 'left' }), 'Anna')).toEqual([])
  expect(typingIn(chatOf(started, { nickname: 'Ben', party: 'AGENT' }), 'Anna')).toEqual(['Bob'])
})

test('nobody is told of their own typing, and nobody types in a chat that has ended', () => {
  const anna = { type: 'typing-started', nickname: 'Anna', party: 'AGENT' } as const
  expect(typingIn(chatOf(anna), 'Anna')).toEqual([])
  expect(typingIn(chatOf(anna), 'Ben')).toEqual(['Anna'])
  expect(typingIn({ ...chatOf(anna), state: 'ended' }, 'Ben')).toEqual([])
})

test('the customer is told of agents who type, not of himself', () => {
  const anna = { type: 'typing-started', nickname: 'Anna', party: 'AGENT' } as const
  expect(typingForCustomer(chatOf({ type: 'typing-started' }, anna))).toEqual(['Anna'])
})
