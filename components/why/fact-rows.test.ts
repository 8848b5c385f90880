import { expect, test } from 'vitest'
import { factRows } from './fact-rows.ts'

test('facts are rows in words, and times are told as times', () => {
  expect(
    factRows({ freeAgents: 0, confirmBy: '2026-01-05T10:00:30.000Z', groups: ['Billing', 'Loans'] }),
  ).toEqual([
    { key: 'freeAgents', name: 'free agents', kind: 'text', text: '0' },
    { key: 'confirmBy', name: 'confirm by', kind: 'time', at: '2026-01-05T10:00:30.000Z' },
    { key: 'groups', name: 'groups', kind: 'text', text: 'Billing, Loans' },
  ])
})

test('what is not there says nothing, but an estimate that is not there does', () => {
  expect(factRows({ stateReason: null, etaSeconds: null, groups: [] })).toEqual([
    { key: 'etaSeconds', name: 'eta seconds', kind: 'text', text: 'n/a' },
    { key: 'groups', name: 'groups', kind: 'none' },
  ])
})

test('of a service id the beginning is shown', () => {
  const id = '369-fadf3b68-3b54-4364-8662-b9153900f076'
  expect(factRows({ promisedTo: [id], offered: id })).toMatchObject([
    { text: '369-fadf3b68…' },
    { text: '369-fadf3b68…' },
  ])
})
