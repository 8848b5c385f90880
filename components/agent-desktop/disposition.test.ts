import { expect, test } from 'vitest'
import { codeWantedBy, isChanged } from './disposition.ts'
import { agentWith, chatWith } from './testing.ts'

const nothing = { code: '', note: '' }
const kept = chatWith('a', { disposition: { code: 'resolved', note: 'paid' } })

test('a note without a code is not dropped: the agent is told what it takes', () => {
  expect(codeWantedBy({ code: '', note: 'calls again' }, chatWith('a'), agentWith())).toBe('noteAlone')
  expect(codeWantedBy({ code: 'resolved', note: 'calls again' }, chatWith('a'), agentWith())).toBeNull()
  expect(codeWantedBy(nothing, chatWith('a'), agentWith())).toBeNull()
})

test('no note is lost that is empty, or kept already', () => {
  expect(codeWantedBy({ code: '', note: 'paid' }, kept, agentWith())).toBeNull()
  expect(codeWantedBy({ code: '', note: ' ' }, kept, agentWith())).toBeNull()
  expect(codeWantedBy(nothing, kept, agentWith())).toBeNull()
  expect(codeWantedBy({ code: '', note: 'paid twice' }, kept, agentWith())).toBe('noteAlone')
})

test('a code is wanted where it is owed: of who must give one, and works by hand', () => {
  const mandatory = agentWith({ dispositionMandatory: true })
  const owed = chatWith('a', { state: 'ended', isDispositionOwed: true })
  expect(codeWantedBy(nothing, owed, mandatory)).toBe('codeMissing')
  expect(codeWantedBy({ code: 'spam', note: '' }, owed, mandatory)).toBeNull()
  expect(codeWantedBy(nothing, chatWith('a'), mandatory)).toBeNull()
  // As the contact centre has it (AG15).
  expect(codeWantedBy(nothing, owed, agentWith())).toBeNull()
})

test('what is as it was kept is not changed', () => {
  expect(isChanged({ code: 'resolved', note: 'paid' }, kept)).toBe(false)
  expect(isChanged({ code: 'resolved', note: '' }, kept)).toBe(true)
  expect(isChanged(nothing, chatWith('a'))).toBe(false)
})
