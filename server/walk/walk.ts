import type { ContactCenter } from '../contact-center/contact-center.ts'
import type { CentreEvent } from '../contact-center/event.ts'
import type { Invariant } from '../contact-center/invariant.ts'
import { Refused } from '../contact-center/refusal.ts'
import type { Numbered } from '../storage/port.ts'
import { isLook, perform } from './commands.ts'
import type { Command } from './commands.ts'
import { eventRules } from './event-rules.ts'
import { Killed } from './fragile-storage.ts'
import type { Tamper } from './fragile-storage.ts'
import { enter, newLedger } from './ledger.ts'
import type { Ledger } from './ledger.ts'
import { ledgerRules } from './ledger-rules.ts'
import { createWorld } from './world.ts'
import type { Place, World } from './world.ts'

/** A walk that can be done again: the seed of the centre, and what happens to it. */
export interface Walk {
  readonly seed: number
  readonly commands: readonly Command[]
}

/** What a rule says was wrong, after which step, counted from 1. */
export interface Failure {
  readonly rule: string
  readonly message: string
  readonly step: number
}

export interface WalkOptions {
  readonly place: Place
  /** What has to hold of what is kept. */
  readonly invariants: Readonly<Record<string, Invariant>>
  /** They are checked after every so many steps, and after the last; events are after each. */
  readonly every: number
  readonly tamper?: Tamper
}

export interface Outcome {
  readonly failure: Failure | null
  /** How many commands were done, and not refused, by name. */
  readonly done: ReadonlyMap<string, number>
  /** What has happened, as far as it was not forgotten. */
  readonly history: readonly Numbered<CentreEvent>[]
}

/** Something that has to hold did not. */
class Broken extends Error {
  readonly rule: string

  constructor(rule: string, message: string) {
    super(message)
    this.rule = rule
  }
}

/** Takes every step of a walk, and looks whether everything that has to hold does. */
export async function takeWalk({ seed, commands }: Walk, options: WalkOptions): Promise<Outcome> {
  const world = await createWorld({ ...options, seed })
  const done = new Map<string, number>()
  const book = { ledger: newLedger(), epoch: world.epoch() }
  let step = 0
  let failure: Failure | null = null
  try {
    await read(world, book)
    for (const command of commands) {
      step += 1
      if (await take(world, book, command)) done.set(command[0], (done.get(command[0]) ?? 0) + 1)
      await read(world, book)
      if (step % options.every === 0 || step === commands.length) await check(world, book.ledger, options)
    }
  } catch (error) {
    if (error instanceof Broken) failure = { rule: error.rule, message: error.message, step }
    else failure = { rule: 'nothingFails', message: describe(error), step }
  }
  const history = await world.storage.transaction((tx) => tx.history({}))
  await world.close()
  return { failure, done, history }
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

interface Book {
  ledger: Ledger
  epoch: number
}

/** Lets one command happen; false when it was refused, or the process was killed in it. */
async function take(world: World, book: Book, command: Command): Promise<boolean> {
  let isDone = true
  try {
    await perform(world, command)
    if (isLook(command)) await expectNothing(world, book, 'looksChangeNothing', command[0])
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof Killed)) throw error
    isDone = false
    if (error instanceof Refused) await expectNothing(world, book, 'refusalsChangeNothing', error.code)
  }
  // Who acts by himself may do so at once, in turns of his own.
  await world.settle()
  return isDone
}

/** Whoever is refused, or only asks, has changed nothing; that he asked may be remembered. WH8. */
async function expectNothing(world: World, { ledger, epoch }: Book, rule: string, what: string) {
  if (epoch !== world.epoch()) return
  const events = await world.storage.transaction((tx) => tx.history({ after: ledger.last.number }))
  const change = events.find(({ type }) => type !== 'start-refused')
  if (change !== undefined) throw new Broken(rule, `${what}, and ${change.type}`)
}

/** Takes down what has happened, each event after it was checked. */
async function read(world: World, book: Book) {
  const [fault] = world.faults()
  if (fault !== undefined) throw new Broken('nothingFails', fault)
  if (book.epoch !== world.epoch()) {
    book.ledger = newLedger()
    book.epoch = world.epoch()
  }
  const { ledger } = book
  const events = await world.storage.transaction((tx) => tx.history({ after: ledger.last.number }))
  for (const event of events) {
    for (const [rule, holds] of Object.entries(eventRules)) expectRight(rule, holds(event, ledger))
    enter(ledger, event)
  }
}

function expectRight(rule: string, wrong: string | null) {
  if (wrong !== null) throw new Broken(rule, wrong)
}

async function check(world: World, ledger: Ledger, { invariants }: WalkOptions) {
  const now = world.now()
  await world.storage.transaction((tx): void => {
    for (const [rule, holds] of Object.entries(invariants)) expectRight(rule, holds(tx, now))
    for (const [rule, holds] of Object.entries(ledgerRules)) expectRight(rule, holds(tx, now, ledger))
  })
  await world.unharmed(() => checkViews(world.centre))
}

/** Positions of a queue count from 1, nobody stands in two queues, and each waits for something. QU1, CB13. */
async function checkViews({ queues }: ContactCenter) {
  const seen = new Set<string>()
  for (const queue of await queues.list()) {
    for (const [index, { callback, position, waitingFor }] of queue.entries.entries()) {
      if (position !== index + 1)
        throw new Broken('positionsCount', `${callback} is ${position} in ${queue.name}`)
      if (seen.has(callback)) throw new Broken('nobodyStandsTwice', `${callback} stands in two lines`)
      if (waitingFor === '') throw new Broken('everybodyWaitsForSomething', `${callback} waits for nothing`)
      seen.add(callback)
    }
  }
}
