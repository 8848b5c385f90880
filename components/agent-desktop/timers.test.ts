import { expect, test } from 'vitest'
import type { AgentJson, ChatJson, InteractionJson } from '../../server/tester/contract.ts'
import { agentWith, chatWith } from './testing.ts'
import { timersOf, wrapUpEndsAt } from './timers.ts'

const at = (second: number) => `2026-01-01T12:00:${String(second).padStart(2, '0')}.000Z`
const ms = (second: number) => Date.parse(at(second))

const interaction = (changes: Partial<InteractionJson> = {}) => chatWith('a', changes)

const saying = (...texts: number[]): ChatJson => ({
  sessionId: 's',
  state: 'talking',
  startedAt: at(0),
  endedAt: null,
  agents: ['anna'],
  position: texts.length,
  transcript: texts.map((second, index) => ({
    index: index + 1,
    type: 'text',
    nickname: 'Bob',
    party: 'CLIENT',
    text: 'hi',
    at: at(second),
  })),
})

test('the chat is timed from its acceptance, and from its last text', () => {
  expect(timersOf(interaction(), saying(10, 20), ms(35))).toEqual({ total: 30, sinceText: 15 })
})

test('what was said before this agent came, and nothing at all, count from the acceptance', () => {
  expect(timersOf(interaction(), saying(1), ms(25))).toEqual({ total: 20, sinceText: 20 })
  expect(timersOf(interaction(), null, ms(25))).toEqual({ total: 20, sinceText: 20 })
})

test('after its end the timers stand, whatever is said later', () => {
  const over = interaction({ state: 'ended', endedAt: at(30) })
  expect(timersOf(over, saying(20, 40), ms(59))).toEqual({ total: 25, sinceText: 10 })
})

test('what was not accepted has no timers', () => {
  expect(timersOf(interaction({ state: 'ringing', acceptedAt: null }), null, ms(9))).toBeNull()
})

const anna = (changes: Partial<AgentJson>) =>
  agentWith({
    state: 'after-call-work',
    wrapUpSeconds: 20,
    stateSince: at(30),
    interactions: [interaction({ state: 'ended', endedAt: at(30) })],
    ...changes,
  })

test('after-call work that a chat began ends by itself after its length', () => {
  expect(wrapUpEndsAt(anna({}))).toBe(ms(50))
})

test('it has no end of its own when it was begun by hand, lasts until said otherwise, or waits for a disposition', () => {
  expect(wrapUpEndsAt(anna({ stateSince: at(40) }))).toBeNull()
  expect(wrapUpEndsAt(anna({ wrapUpSeconds: null }))).toBeNull()
  expect(wrapUpEndsAt(anna({ wrapUpSeconds: 0 }))).toBeNull()
  expect(wrapUpEndsAt(anna({ state: 'ready' }))).toBeNull()
  const owed = interaction({ state: 'ended', endedAt: at(30), isDispositionOwed: true })
  expect(wrapUpEndsAt(anna({ interactions: [owed], dispositionMandatory: true }))).toBeNull()
  // Who need not give a code does not wait for one.
  expect(wrapUpEndsAt(anna({ interactions: [owed] }))).toBe(ms(50))
})
