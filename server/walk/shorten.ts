import * as fc from 'fast-check'
import { aCommand } from './commands.ts'
import type { Command } from './commands.ts'
import type { Walk } from './walk.ts'

/** Whether a walk still breaks what it broke. */
export type Fails = (walk: Walk) => Promise<boolean>

/**
 * The shortest walk found that still fails. Most commands are left out in halves first, since a list of hundreds is
 * too long for fast-check to try one by one; it then makes what is left simpler, detail by detail.
 */
export async function shorten(walk: Walk, fails: Fails): Promise<Walk> {
  const { seed } = walk
  const isFailing = (commands: readonly Command[]) => fails({ seed, commands })
  const few = await leaveOut(walk.commands, isFailing)
  const simple = await simplify(few, isFailing)
  return { seed, commands: await leaveOut(simple, isFailing) }
}

type IsFailing = (commands: readonly Command[]) => Promise<boolean>

/** Leaves out runs of commands, shorter and shorter ones, until none can be left out. */
async function leaveOut(commands: readonly Command[], isFailing: IsFailing): Promise<readonly Command[]> {
  let left = commands
  let size = Math.max(1, Math.ceil(left.length / 2))
  for (;;) {
    let wasShortened = false
    // From the end, so that what is left to try keeps its place.
    for (let end = left.length; end > 0; end -= size) {
      const candidate = [...left.slice(0, Math.max(0, end - size)), ...left.slice(end)]
      if (!(await isFailing(candidate))) continue
      left = candidate
      wasShortened = true
    }
    if (size === 1 && !wasShortened) return left
    size = Math.max(1, Math.floor(size / 2))
  }
}

/** What fast-check makes of it: the same commands or fewer, with simpler details. */
async function simplify(commands: readonly Command[], isFailing: IsFailing): Promise<readonly Command[]> {
  const lists = fc.array(aCommand, { maxLength: commands.length, size: 'max' })
  const property = fc.asyncProperty(lists, async (list) => !(await isFailing(list)))
  const { counterexample } = await fc.check(property, { examples: [[[...commands]]], numRuns: 1 })
  return counterexample?.[0] ?? commands
}

/** The walk as a test has it. */
export function printWalk({ seed, commands }: Walk): string {
  const lines = commands.map((command) => `    ${JSON.stringify(command)},\n`)
  return `{\n  seed: ${seed},\n  commands: [\n${lines.join('')}  ],\n}`
}
