import { servicesOfQueue } from './queue-services.ts'
import type { Sought } from './standing.ts'
import { standingsAt } from './target-stage.ts'
import { parseTarget } from './target.ts'
import type { SingleTarget, StatCondition, Target, TargetCandidate, TargetChoice } from './target.ts'
import { mismatchSingle } from './target-mismatch.ts'
import type { ChoiceMismatch, Mismatch } from './target-mismatch.ts'
import type { Moment } from './turn.ts'

export type Matcher = (agent: TargetCandidate) => boolean

/** Why an agent is not meant; null for one who is. */
type Mismatcher = (agent: TargetCandidate) => Mismatch | null

/** How many of the agents who match are as a statistic counts them. */
export type CountAgents = (stat: StatCondition['stat'], isMatch: Matcher) => number

/** Who is meant by what is sought, in one evaluation: each is looked into once. Whoever is not, for a reason. */
export interface Matching {
  readonly isMatch: (sought: Sought) => Matcher
  readonly mismatch: (sought: Sought) => Mismatcher
  /** Each target of a list, and why it means nobody whoever is there; nothing for a target that is no list. */
  readonly choices: (sought: Sought) => readonly ChoiceStandingNow[]
}

/** A target of a list counts, or does not for a reason that is not any agent's. TG16 to TG18. */
export interface ChoiceStandingNow {
  readonly choice: TargetChoice
  readonly because: Exclude<ChoiceMismatch['because'], Mismatch> | null
}

/** Builds it; `count` answers what the conditions of targets ask. TG15 to TG18. */
export function createMatching(turn: Moment, count: CountAgents): Matching {
  interface Known {
    readonly isMatch: Matcher
    readonly mismatch: Mismatcher
    readonly choices: readonly Choice[]
  }
  const known = new Map<string, Map<number, Known>>()
  const find = (sought: Sought): Known => {
    let stages = known.get(sought.targetText)
    if (stages === undefined) known.set(sought.targetText, (stages = new Map()))
    let found = stages.get(sought.stage)
    if (found === undefined) {
      const choices = choicesOf(turn, sought, count)
      const mismatch = mismatcherOf(turn, sought, choices)
      stages.set(sought.stage, (found = { mismatch, choices, isMatch: matcherOf(mismatch) }))
    }
    return found
  }
  return {
    isMatch: (sought) => find(sought).isMatch,
    mismatch: (sought) => find(sought).mismatch,
    choices: (sought) => find(sought).choices,
  }
}

const matcherOf =
  (mismatch: Mismatcher): Matcher =>
  (agent) =>
    mismatch(agent) === null

/** One target of a list: it fails for everybody, or it looks at the agent. */
interface Choice extends ChoiceStandingNow {
  readonly mismatch: Mismatcher
}

function choicesOf(turn: Moment, { target, stage }: Sought, count: CountAgents): readonly Choice[] {
  if (target.kind !== 'any') return []
  const standings = standingsAt(target.choices, stage)
  return target.choices.map((choice, index): Choice => {
    const { condition } = choice
    const standing = standings[index]
    const mismatch = mismatcherOfSingle(turn, choice.target, [])
    if (standing === 'not-yet') return { choice, mismatch, because: { kind: standing, rule: 'TG16' } }
    if (standing === 'given-up') return { choice, mismatch, because: { kind: standing, rule: 'TG17' } }
    const counted = condition === null ? 0 : count(condition.stat, matcherOf(mismatch))
    const because =
      condition === null || holds(condition, counted)
        ? null
        : ({ kind: 'condition', rule: 'TG18', condition, counted } as const)
    return { choice, mismatch, because }
  })
}

function mismatcherOf(turn: Moment, { target }: Sought, choices: readonly Choice[]): Mismatcher {
  if (target.kind !== 'any') return mismatcherOfSingle(turn, target, [])
  return (agent) => {
    const failed: ChoiceMismatch[] = []
    for (const { choice, because, mismatch } of choices) {
      const reason = because ?? mismatch(agent)
      if (reason === null) return null
      failed.push({ target: choice.target, because: reason })
    }
    return { kind: 'list', rule: 'TG7', choices: failed }
  }
}

const holds = ({ operator, value }: StatCondition, counted: number): boolean =>
  operator === '<' ? counted < value : counted > value

/** Who serves a queue is whom the targets of its services mean; a queue that comes back to itself adds nobody. */
function mismatcherOfSingle(turn: Moment, target: SingleTarget, within: readonly string[]): Mismatcher {
  if (target.kind !== 'queue') return (agent) => mismatchSingle(target, agent)
  const mismatchers = within.includes(target.name)
    ? []
    : servicesOfQueue(turn, target.name)
        .flatMap(({ options }) => singles(options.target))
        .map((single) => mismatcherOfSingle(turn, single, [...within, target.name]))
  return (agent) => {
    const services: Mismatch[] = []
    for (const mismatch of mismatchers) {
      const because = mismatch(agent)
      if (because === null) return null
      services.push(because)
    }
    return { kind: 'queue', rule: 'TG15', wanted: target.name, services }
  }
}

function singles(targetText: string): readonly SingleTarget[] {
  const parsed = parseTarget(targetText)
  if (!parsed.ok) return []
  const { target }: { target: Target } = parsed
  return target.kind === 'any' ? target.choices.map((choice) => choice.target) : [target]
}
