import { expect, test, vi } from 'vitest'
import { draftedBy, draftOf, useAgentStore } from './agent-store.ts'

test('each agent has a text of his own in a chat, and what is sent leaves nothing', () => {
  // Nothing is kept here beyond the test.
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const { draft } = useAgentStore.getState()
  draft('anna', 'a', 'from Anna')
  draft('ben', 'a', 'from Ben')
  draft('anna', 'b', 'to somebody else')
  const now = () => useAgentStore.getState()
  expect(draftOf(now(), 'anna', 'a')).toBe('from Anna')
  expect(draftOf(now(), 'ben', 'a')).toBe('from Ben')
  expect(draftedBy(now(), 'anna')).toEqual(['a', 'b'])
  draft('anna', 'a', '')
  expect(draftOf(now(), 'anna', 'a')).toBe('')
  expect(Object.values(now().drafts)).toEqual(['from Ben', 'to somebody else'])
  warn.mockRestore()
})
