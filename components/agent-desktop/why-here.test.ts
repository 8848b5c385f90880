import { expect, test } from 'vitest'
import type { TimelineItem } from '../../server/tester/contract.ts'
import { whyHere } from './why-here.ts'

const timeline = (...events: [type: string, key: string][]): TimelineItem[] =>
  events.map(([type, key], index) => ({
    number: index + 1,
    at: '2026-01-01T12:00:00.000Z',
    type,
    text: '',
    phrase: { key, values: {} },
    cause: null,
    traffic: null,
  }))

test('a chat that comes after a missed offer says so', () => {
  expect(
    whyHere(
      timeline(
        ['chat-created', 'created'],
        ['agent-offered', 'to anna'],
        ['offer-missed', 'missed'],
        ['agent-offered', 'to ben'],
      ),
    ),
  ).toEqual({ key: 'missed', values: {} })
})

test('what happened after the last offer is not its reason', () => {
  expect(whyHere(timeline(['agent-offered', 'to anna'], ['offer-missed', 'missed']))).toBeNull()
})

test('a chat straight from the queue has no such reason', () => {
  expect(whyHere(timeline(['chat-created', 'created'], ['agent-offered', 'to anna']))).toBeNull()
  expect(whyHere([])).toBeNull()
})
