import { expect, test } from 'vitest'
import { codeWantedBy, isChanged } from './disposition.ts'
import { agentWith, chatWith } from './testing.ts'

const nothing = { code: '', note: '' }
const kept = chatWith('a', { disposition: { code: 'resolved', note: 'paid' } })

test('a note without a code is not dropped: the agent is told what it takes', () => {
  expect(codeWantedBy({ code: '', note: 'calls again' }, chatWith('a'), agentWith())).toBe('noteAlone')
  expect(codeWantedBy({ code: '', note: 'paid' }, kept, agentWith())).toBe('noteAlone')
  expect(codeWantedBy({ code: 'resolved', note: 'calls again' }, chatWith('a'), agentWith())).toBeNull()
  expect(codeWantedBy(nothing, chatWith('a'), agentWith())).toBeNull()
})

test('a mandatory code is wanted of who works by hand, and one that is owed of everybody', () => {
  const mandatory = agentWith({ dispositionMandatory: true })
  expect(codeWantedBy(nothing, chatWith('a'), mandatory)).toBe('codeMissing')
  expect(codeWantedBy(nothing, chatWith('a', { isDispositionOwed: true }), agentWith())).toBe('codeMissing')
  expect(codeWantedBy({ code: 'spam', note: '' }, chatWith('a'), mandatory)).toBeNull()
})

test('what is as it was kept is not changed', () => {
  expect(isChanged({ code: 'resolved', note: 'paid' }, kept)).toBe(false)
  expect(isChanged({ code: 'resolved', note: '' }, kept)).toBe(true)
  expect(isChanged(nothing, chatWith('a'))).toBe(false)
})
