import * as fc from 'fast-check'
import { aCommand } from './commands.ts'
import type { Command } from './commands.ts'
import { printWalk, shorten } from './shorten.ts'
import { takeWalk } from './walk.ts'
import type { Failure, Outcome, Walk, WalkOptions } from './walk.ts'

export interface SearchOptions extends WalkOptions {
  readonly seed: number
  readonly walks: number
  readonly stepsOfAWalk: number
  /** Told of each walk that was taken. */
  readonly onWalk?: (outcome: Outcome, walk: Walk) => void
}

/** A walk that fails, made as short as could be. */
export interface Finding {
  readonly failure: Failure
  readonly walk: Walk
}

/** Takes so many walks by chance; answers the first failure, shortened, or null. */
export async function searchWalks(options: SearchOptions): Promise<Finding | null> {
  for (const walk of drawWalks(options)) {
    const outcome = await takeWalk(walk, options)
    options.onWalk?.(outcome, walk)
    if (outcome.failure !== null) return shortenFailure(walk, outcome.failure, options)
  }
  return null
}

/** The walks of a seed: each is the first one of its own. */
export function drawWalks({
  seed,
  walks,
  stepsOfAWalk,
}: Pick<SearchOptions, 'seed' | 'walks' | 'stepsOfAWalk'>): Walk[] {
  const length = { minLength: stepsOfAWalk, maxLength: stepsOfAWalk, size: 'max' } as const
  const lists = fc.noBias(fc.array(aCommand, length))
  return Array.from({ length: walks }, (_, index) => {
    const commands: Command[] = fc.sample(lists, { seed: seed + index, numRuns: 1 })[0] ?? []
    return { seed: seed + index, commands }
  })
}

async function shortenFailure(walk: Walk, failure: Failure, options: WalkOptions): Promise<Finding> {
  // Looked at after every step, it may have been wrong before.
  const strict = { ...options, every: 1 }
  const commands = walk.commands.slice(0, failure.step)
  const first = (await takeWalk({ ...walk, commands }, strict)).failure ?? failure
  const shortest = await shorten({ ...walk, commands: commands.slice(0, first.step) }, async (candidate) => {
    const outcome = await takeWalk(candidate, strict)
    return outcome.failure?.rule === first.rule
  })
  return { failure: (await takeWalk(shortest, strict)).failure ?? first, walk: shortest }
}

/** What was found, as something to read and to paste. */
export const printFinding = ({ failure, walk }: Finding): string =>
  `${failure.rule}: ${failure.message}\nAfter ${walk.commands.length} commands:\n${printWalk(walk)}`
