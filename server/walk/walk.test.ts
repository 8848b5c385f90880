import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { invariants } from '../contact-center/invariants.ts'
import { commandNames } from './commands.ts'
import { inFile, inMemory } from './places.ts'
import { drawWalks, printFinding, searchWalks } from './search.ts'
import type { SearchOptions } from './search.ts'
import { takeWalk } from './walk.ts'

/** 100,000 steps in all: a fresh seed each time, and these. */
const fresh = randomInt(1_000_000, 2 ** 31)
const seeds = [1, 20_000, 30_000, 40_000, 50_000, 60_000, 70_000, 80_000, 90_000, fresh]
const stepsOfASeed = 10_000
const stepsOfAWalk = 250

const done = new Map<string, number>()

/** What was found on these walks, as text; empty when all is well. */
async function search(options: Partial<SearchOptions>): Promise<string> {
  const found = await searchWalks({
    seed: 1,
    walks: stepsOfASeed / stepsOfAWalk,
    stepsOfAWalk,
    place: inMemory(false),
    invariants,
    every: 20,
    onWalk(outcome) {
      for (const [name, count] of outcome.done) done.set(name, (done.get(name) ?? 0) + count)
    },
    ...options,
  })
  return found === null ? '' : printFinding(found)
}

test.each(seeds)(
  '[WK3] no walk of seed %i breaks a rule',
  async (seed) => {
    if (seed === fresh) console.info(`The fresh seed of this run is ${seed}: npm run walk -- --seed ${seed}`)
    expect(await search({ seed })).toBe('')
  },
  300_000,
)

test('[WK3] nobody changes in place what is kept, and every step leaves all in order', async () => {
  expect(await search({ seed: 3, walks: 4, every: 1, place: inMemory(true) })).toBe('')
})

test('[WK3] a long walk breaks no rule', async () => {
  expect(await search({ seed: 4, walks: 2, stepsOfAWalk: 1500 })).toBe('')
})

test('[WK6] the same seed and the same commands make the same history', async () => {
  const [walk] = drawWalks({ seed: 5, walks: 1, stepsOfAWalk: 300 })
  expect(walk).toBeDefined()
  if (walk === undefined) return
  const options = { place: inMemory(false), invariants, every: 50 }
  const one = await takeWalk(walk, options)
  const two = await takeWalk(walk, options)
  expect(JSON.stringify(one.history)).toBe(JSON.stringify(two.history))
  expect(one.history.length).toBeGreaterThan(100)
})

test('[WK6] a walk on SQLite goes on after each reopening as one in memory does', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'walk-'))
  try {
    for (const [index, walk] of drawWalks({ seed: 6, walks: 3, stepsOfAWalk: 250 }).entries()) {
      const options = { invariants, every: 50 }
      const place = inFile(path.join(folder, `${index}.sqlite`))
      const kept = await takeWalk(walk, { ...options, place })
      const held = await takeWalk(walk, { ...options, place: inMemory(false) })
      expect(kept.failure).toBeNull()
      expect(JSON.stringify(kept.history)).toBe(JSON.stringify(held.history))
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('[WK2] every command is done, and not always refused', () => {
  expect(commandNames.filter((name) => !done.has(name))).toEqual([])
})
