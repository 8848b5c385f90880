import { expect, test } from 'vitest'
import { exchange } from '../wire/traffic-samples.ts'
import { checklistOf } from './checklist.ts'
import { clientsOf } from './clients.ts'
import { newsSince, type Shown } from './said.ts'

const shown = (...numbers: number[]): Shown => {
  const rows = numbers.map((number) =>
    exchange(number, { note: number === 1 ? 'start callback' : 'connect', user: 'phone' }),
  )
  const client = clientsOf(rows, new Set())[0] ?? null
  return { key: client?.key ?? null, checks: checklistOf(client, []) }
}

const said = (before: Shown | null, now: Shown) => newsSince(before, now).map(({ name }) => name)

test('the first steps of the first client are news, and each step after them once', () => {
  expect(said(shown(), shown(1))).toEqual(['start', 'user'])
  expect(said(shown(1), shown(1, 2))).toEqual(['connect'])
  expect(said(shown(1, 2), shown(1, 2))).toEqual([])
})

test('what is there when the page opens is no news, nor is what another client has done', () => {
  expect(said(null, shown(1))).toEqual([])
  expect(said({ ...shown(), key: 'tablet' }, shown(1))).toEqual([])
})
