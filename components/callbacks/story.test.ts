import { expect, test } from 'vitest'
import type { CallbackDetailJson, CallbackWireRow, TimelineItem } from '../../server/tester/contract.ts'
import { eventRow, exchange } from '../wire/traffic-samples.ts'
import { eventAt, passagesOf, transcriptAt, wireAt } from './story.ts'

const at = (second: number) => `2026-01-05T10:00:${String(second).padStart(2, '0')}.000Z`

const timelineOf = (...types: string[]): TimelineItem[] =>
  types.map((type, index) => ({
    number: 10 + index,
    at: at(index),
    type,
    text: '',
    phrase: { key: '', values: {} },
    cause: null,
    traffic: null,
  }))

test('a callback goes from state to state by its events', () => {
  const timeline = timelineOf(
    'callback-scheduled',
    'callback-queued',
    'agent-available',
    'callback-paused',
    'callback-resumed',
    'callback-confirmed',
    'chat-created',
    'agent-connected',
    'message-said',
    'callback-completed',
  )
  expect(passagesOf({ timeline, state: 'COMPLETED' })).toEqual([
    { state: 'SCHEDULED', at: at(0), event: 10 },
    { state: 'QUEUED', at: at(1), event: 11 },
    { state: 'PAUSED', at: at(3), event: 13 },
    { state: 'QUEUED', at: at(4), event: 14 },
    { state: 'ROUTING', at: at(5), event: 15 },
    { state: 'PROCESSING', at: at(7), event: 17 },
    { state: 'COMPLETED', at: at(9), event: 19 },
  ])
})

test('one that is completed with the coming of the agent was never PROCESSING', () => {
  const timeline = timelineOf(
    'callback-queued',
    'callback-confirmed',
    'agent-connected',
    'callback-completed',
  )
  const last = { ...timeline[3], at: at(2) } as TimelineItem
  const states = passagesOf({ timeline: [...timeline.slice(0, 3), last], state: 'COMPLETED' })
  expect(states.map(({ state }) => state)).toEqual(['QUEUED', 'ROUTING', 'COMPLETED'])
})

test('a callback that gets a later time leaves the queue', () => {
  const timeline = timelineOf('callback-queued', 'callback-rescheduled', 'queue-postponed')
  expect(passagesOf({ timeline, state: 'SCHEDULED' }).at(-1)).toEqual({
    state: 'SCHEDULED',
    at: at(2),
    event: 12,
  })
})

test('where the history has forgotten, the state that there is stands last, without a time', () => {
  expect(passagesOf({ timeline: [], state: 'QUEUED' })).toEqual([{ state: 'QUEUED', at: null, event: null }])
})

const line = (index: number) => ({
  index,
  type: 'text' as const,
  nickname: 'Bob',
  party: 'CLIENT' as const,
  text: `line ${index}`,
  at: at(index),
})

test('the transcript at an event lacks what was said later', () => {
  const timeline = timelineOf(
    'participant-joined',
    'message-said',
    'agent-offered',
    'message-said',
    'chat-ended',
  )
  const callback = { timeline, chat: { transcript: [line(1), line(2), line(3)] } } as CallbackDetailJson
  const lines = [10, 11, 12, 13, 14].map((event) => transcriptAt(callback, event).length)
  expect(lines).toEqual([1, 2, 2, 3, 3])
  expect(transcriptAt({ ...callback, chat: null }, 14)).toEqual([])
})

test('the wire at an event is what was asked before it and what it has pushed, at the last one all', () => {
  const timeline = timelineOf('callback-queued', 'agent-available', 'callback-confirmed')
  const row = (number: number, afterEvent: number, kind: 'exchange' | 'push' = 'exchange') => ({
    ...exchange(number, { kind }),
    afterEvent,
  })
  const rows: CallbackWireRow[] = [row(1, 0), row(2, 10), row(3, 11, 'push'), row(4, 11), row(5, 12)]
  const numbers = (event: number) => wireAt(rows, timeline, event).map(({ number }) => number)
  expect(numbers(10)).toEqual([1])
  expect(numbers(11)).toEqual([1, 2, 3])
  expect(numbers(12)).toEqual([1, 2, 3, 4, 5])
})

test('[TA125] the row of an event is there as soon as the event is', () => {
  const timeline = timelineOf('agent-offered', 'offer-missed', 'agent-offered')
  const rows: CallbackWireRow[] = [{ ...eventRow(7), afterEvent: 10 }]
  expect([10, 11].map((event) => wireAt(rows, timeline, event).length)).toEqual([0, 1])
})

test('an event that is not of the timeline stands for the one before it', () => {
  const timeline = timelineOf('callback-queued', 'agent-available')
  expect(eventAt(timeline, null)?.number).toBe(11)
  expect(eventAt(timeline, 10)?.number).toBe(10)
  expect(eventAt(timeline, 99)?.number).toBe(11)
  expect(eventAt(timeline, 1)?.number).toBe(10)
  expect(eventAt([], 1)).toBeNull()
})
