import { expect, test } from 'vitest'
import { compareWithTheory } from './agreement.ts'
import { families } from './families.ts'
import { simulate } from './simulation.ts'

/**
 * A few loads of each family, at which a batch of a hundred customers has forgotten the one before: `bench/queueing`
 * has all of them, and customers enough.
 */
const names = ['M/M/2 at 60 %', 'M/M/10 at 60 %', 'M/M/10+M at 100 %, 120 s', 'M/M/25+M at 120 %, 120 s']
const points = Object.values(families)
  .flat()
  .filter(({ name }) => names.includes(name) || /^M\/(D|LN)\/1 at 50/.test(name))

test('[QT4] there are a dozen loads and a million customers in each family', () => {
  for (const family of Object.values(families)) {
    expect(family.length).toBeGreaterThanOrEqual(12)
    const customers = family.reduce((sum, { simulation }) => sum + simulation.customers, 0)
    expect(customers).toBeGreaterThanOrEqual(1_000_000)
  }
  expect(points).toHaveLength(6)
})

test.each(points)('[QT4] $name agrees with theory', async ({ simulation, theory }) => {
  // `simulate` itself asserts conservation and Little's law.
  const observation = await simulate({ ...simulation, customers: 3100, seed: 1 })
  const agreements = compareWithTheory(theory, observation)
  expect(agreements.filter(({ isInside, isClose }) => !isInside && !isClose)).toEqual([])
  expect(agreements.length).toBeGreaterThanOrEqual(3)
})

test('[QT4] an agent too few is found out', async () => {
  const [first] = families['erlang-c']?.filter(({ name }) => name.startsWith('M/M/10 at 80')) ?? []
  if (first === undefined) throw new Error('the load is not there')
  const { simulation, theory } = first
  const observation = await simulate({ ...simulation, agents: 9, customers: 3100, seed: 1 })
  expect(compareWithTheory(theory, observation).every(({ isInside }) => !isInside)).toBe(true)
})
