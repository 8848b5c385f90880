import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

interface Criterion {
  id: string
  name: string
  level: string
  how: string
  tests: string[]
  hand: string
}

const root = path.resolve(import.meta.dirname, '..')
const criteria = parse(readFileSync(path.join(root, 'docs/accessibility.yaml'), 'utf8')) as Criterion[]

/** How many success criteria of levels A and AA each guideline of WCAG 2.2 has. */
const guidelines: Readonly<Record<string, number>> = {
  '1.1': 1,
  '1.2': 5,
  '1.3': 5,
  '1.4': 9,
  '2.1': 3,
  '2.2': 2,
  '2.3': 1,
  '2.4': 8,
  '2.5': 6,
  '3.1': 2,
  '3.2': 5,
  '3.3': 6,
  '4.1': 2,
}

test('every success criterion of levels A and AA has its row, once', () => {
  const counted: Record<string, number> = {}
  for (const { id } of criteria) {
    const guideline = id.split('.').slice(0, 2).join('.')
    counted[guideline] = (counted[guideline] ?? 0) + 1
  }
  expect(counted).toEqual(guidelines)
  expect(new Set(criteria.map(({ id }) => id)).size).toBe(criteria.length)
})

test('every row says how, and every test it names is there', () => {
  for (const { id, how, level, tests } of criteria) {
    expect(how.length, id).toBeGreaterThan(10)
    expect(['A', 'AA'], id).toContain(level)
    for (const file of tests) expect(existsSync(path.join(root, file)), `${id}: ${file}`).toBe(true)
  }
})
