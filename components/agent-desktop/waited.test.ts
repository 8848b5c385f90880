import { expect, test } from 'vitest'
import { chatWith } from './testing.ts'
import { waitedSeconds } from './waited.ts'

const createdAt = '2026-01-01T11:59:00.000Z'
const now = Date.parse('2026-01-01T12:00:30.000Z')

test('the wait goes on while it rings, and stands when the chat is taken or the offer is over', () => {
  const ringing = chatWith('a', { state: 'ringing', acceptedAt: null })
  expect(waitedSeconds(createdAt, ringing, now)).toBe(90)
  expect(waitedSeconds(createdAt, chatWith('a'), now)).toBe(65)
  const missed = { ...ringing, state: 'ended', endedAt: '2026-01-01T12:00:20.000Z' } as const
  expect(waitedSeconds(createdAt, missed, now)).toBe(80)
})
