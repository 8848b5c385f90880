import * as fc from 'fast-check'
import { agentCommands } from './agent-commands.ts'
import { configurationCommands } from './configuration-commands.ts'
import { customerCommands } from './customer-commands.ts'
import type { Kind } from './kind.ts'
import { loadCommands } from './load-commands.ts'
import { lookCommands } from './look-commands.ts'
import { timeCommands } from './time-commands.ts'
import type { World } from './world.ts'

/** Whatever may happen in a walk. */
const kinds = {
  ...customerCommands,
  ...agentCommands,
  ...loadCommands,
  ...configurationCommands,
  ...lookCommands,
  ...timeCommands,
}

type Kinds = typeof kinds
type CommandName = keyof Kinds & string
type Details = { [N in CommandName]: Kinds[N] extends Kind<infer D> ? D : never }

/** As it is printed: ids are strings. */
type Plain<T> = T extends { readonly brand: string }
  ? string
  : T extends object
    ? { readonly [K in keyof T]: Plain<T[K]> }
    : T

/** One step of a walk as plain data, to be printed and pasted. */
export type Command = { [N in CommandName]: readonly [name: N, details: Plain<Details[N]>] }[CommandName]

const byName: Readonly<Record<string, Kind<unknown>>> = kinds as Record<CommandName, Kind<unknown>>

export const commandNames: readonly string[] = Object.keys(kinds)

/** Whether it only asks. */
export const isLook = ([name]: Command): boolean => byName[name]?.isLook === true

/** Does it. Rejects with what the centre rejects with. */
export function perform(world: World, [name, details]: Command): Promise<unknown> {
  const known = byName[name]
  if (known === undefined) throw new Error(`there is no command ${name}`)
  return known.act(world, details)
}

/** Any command, each as often as its weight. */
export const aCommand: fc.Arbitrary<Command> = fc.oneof(
  ...Object.entries(byName).map(([name, { weight, details }]) => ({
    weight: Math.round(100 * weight),
    arbitrary: fc.tuple(fc.constant(name), details) as fc.Arbitrary<unknown> as fc.Arbitrary<Command>,
  })),
)
