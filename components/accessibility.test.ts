import { existsSync, readdirSync, readFileSync } from 'node:fs'
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

/** Axe looks for what its rules say in every state alike: the tests there are of no criterion, but for one rule. */
const byRules = 'e2e/accessibility.spec.ts'
const byOneRule = '2.5.3'

const titles = (file: string): string[] =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(/\btest\(\s*(['`])(.*?)\1/gs)].map(
    ([, , title = '']) => title,
  )

test('every end-to-end test that a row names has the number of the row in its title', () => {
  const unproved = criteria.flatMap(({ id, tests }) =>
    tests
      .filter((file) => file.startsWith('e2e/') && (file !== byRules || id === byOneRule))
      .filter((file) => !titles(file).some((title) => title.includes(`[${id}]`)))
      .map((file) => `${id}: ${file}`),
  )
  expect(unproved).toEqual([])
})

test('every test with the number of a row is named by it', () => {
  const files = readdirSync(path.join(root, 'e2e')).filter((file) => file.endsWith('.spec.ts'))
  const unnamed = files.flatMap((name) => {
    const file = `e2e/${name}`
    const ids = titles(file).flatMap((title) => [...title.matchAll(/\[(\d\.\d\.\d+)\]/g)].map(([, id]) => id))
    return ids
      .filter((id) => !criteria.find((row) => row.id === id)?.tests.includes(file))
      .map((id) => `${id}: ${file}`)
  })
  expect(unnamed).toEqual([])
})
