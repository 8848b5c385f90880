import { expect, test } from 'vitest'
import { profileOf } from '../agents-queries.ts'
import { fieldOf, formOf, readForm, type AgentForm } from './agent-form.ts'
import { agentWith } from './testing.ts'

const form = (changes: Partial<AgentForm>): AgentForm => ({ ...formOf(null), id: 'cleo', ...changes })

test('groups and skills are lists, and blanks do not matter', () => {
  expect(readForm(form({ groups: ' Billing ,Loans,', skills: 'English = 20, Loans=2' }))).toMatchObject({
    profile: { name: 'cleo', groups: ['Billing', 'Loans'], skills: { English: 20, Loans: 2 } },
  })
  expect(readForm(form({ groups: '', skills: '' }))).toMatchObject({ profile: { groups: [], skills: {} } })
})

test.each([
  ['none', 0],
  ['seconds', 30],
  ['by-hand', null],
] as const)('after-call work %s is %j on the wire', (wrapUp, wrapUpSeconds) => {
  expect(readForm(form({ wrapUp, wrapUpSeconds: '30' }))).toMatchObject({ profile: { wrapUpSeconds } })
})

test('seconds that nobody asks for need not be a number', () => {
  expect(readForm(form({ wrapUp: 'none', wrapUpSeconds: 'x' }))).toMatchObject({ profile: {} })
})

test('what is no number, no skill and no id is told by field, all at once', () => {
  expect(
    readForm(form({ id: ' ', capacity: '', notReadyAfterMissed: '1.5', skills: 'English, =3' })),
  ).toEqual({
    faults: { id: 'missing', capacity: 'number', notReadyAfterMissed: 'number', skills: 'skills' },
  })
})

test('an agent comes back from the form as he went in', () => {
  const agent = agentWith({
    skills: { English: 20, Loans: 2 },
    autoAnswer: true,
    wrapUpSeconds: null,
    notReadyAfterMissed: 0,
    dispositionMandatory: true,
  })
  const { placeGroups: _placeGroups, auto: _auto, ...profile } = profileOf(agent)
  expect(readForm(formOf(agent))).toEqual({ profile })
})

test('a detail of the server finds its field', () => {
  expect(fieldOf('skills.English')).toBe('skills')
  expect(fieldOf('capacity')).toBe('capacity')
  expect(fieldOf('auto.talk')).toBeNull()
})
