import { servicesOfQueue } from './queue-services.ts'
import type { Sought } from './standing.ts'
import { standingsAt } from './target-stage.ts'
import { parseTarget } from './target.ts'
import type { SingleTarget, StatCondition, Target, TargetCandidate } from './target.ts'
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
}

/** Builds it; `count` answers what the conditions of targets ask. TG15 to TG18. */
export function createMatching(turn: Moment, count: CountAgents): Matching {
  interface Known {
    readonly isMatch: Matcher
    readonly mismatch: Mismatcher
  }
  const known = new Map<string, Map<number, Known>>()
  const find = (sought: Sought): Known => {
    let stages = known.get(sought.targetText)
    if (stages === undefined) known.set(sought.targetText, (stages = new Map()))
    let found = stages.get(sought.stage)
    if (found === undefined) {
      const mismatch = mismatcherOf(turn, sought, count)
      stages.set(sought.stage, (found = { mismatch, isMatch: matcherOf(mismatch) }))
    }
    return found
  }
  return { isMatch: (sought) => find(sought).isMatch, mismatch: (sought) => find(sought).mismatch }
}

const matcherOf =
  (mismatch: Mismatcher): Matcher =>
  (agent) =>
    mismatch(agent) === null

/** One target of a list: it fails for everybody, or it looks at the agent. */
type Choice = { readonly target: SingleTarget } & (
  | { readonly because: ChoiceMismatch['because']; readonly mismatch?: never }
  | { readonly mismatch: Mismatcher; readonly because?: never }
)

function mismatcherOf(turn: Moment, { target, stage }: Sought, count: CountAgents): Mismatcher {
  if (target.kind !== 'any') return mismatcherOfSingle(turn, target, [])
  const standings = standingsAt(target.choices, stage)
  const choices = target.choices.map((choice, index): Choice => {
    const { condition } = choice
    const standing = standings[index]
    if (standing === 'not-yet') return { target: choice.target, because: { kind: standing, rule: 'TG16' } }
    if (standing === 'given-up') return { target: choice.target, because: { kind: standing, rule: 'TG17' } }
    const mismatch = mismatcherOfSingle(turn, choice.target, [])
    const counted = condition === null ? 0 : count(condition.stat, matcherOf(mismatch))
    return condition === null || holds(condition, counted)
      ? { target: choice.target, mismatch }
      : { target: choice.target, because: { kind: 'condition', rule: 'TG18', condition, counted } }
  })
  return (agent) => {
    const failed: ChoiceMismatch[] = []
    for (const choice of choices) {
      const because = choice.mismatch === undefined ? choice.because : choice.mismatch(agent)
      if (because === null) return null
      failed.push({ target: choice.target, because })
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
