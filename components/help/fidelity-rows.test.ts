import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { messagesOf } from '../messages/messages.ts'
import { fidelityGroups, fidelityRows } from './fidelity-rows.ts'

const root = new URL('../../', import.meta.url)

test('whatever is there has a test of its rule', () => {
  for (const { name, status, test: proof } of fidelityRows) {
    if (status === 'absent') expect(proof, name).toBeNull()
    else {
      expect(existsSync(new URL(proof?.file ?? '', root)), name).toBe(true)
      expect(readFileSync(new URL(proof?.file ?? '', root), 'utf8'), name).toContain(`[${proof?.rule}]`)
    }
  }
})

test('every row has a sentence, and stands in a group that is shown', () => {
  const { rows } = messagesOf('en').help.fidelity
  expect(fidelityRows.map(({ name }) => name).toSorted()).toEqual(Object.keys(rows).toSorted())
  expect(fidelityRows.filter(({ group }) => !fidelityGroups.includes(group))).toEqual([])
})
