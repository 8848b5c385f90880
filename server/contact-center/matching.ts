import { servicesOfQueue } from './queue-services.ts'
import type { Sought } from './standing.ts'
import { choicesAt } from './target-stage.ts'
import { matches, parseTarget } from './target.ts'
import type { SingleTarget, StatCondition, Target, TargetCandidate } from './target.ts'
import type { Moment } from './turn.ts'

export type Matcher = (agent: TargetCandidate) => boolean

/** How many of the agents who match are as a statistic counts them. */
export type CountAgents = (stat: StatCondition['stat'], isMatch: Matcher) => number

/** Who is meant by what is sought, in one evaluation: each is looked into once. */
export type Matching = (sought: Sought) => Matcher

/** Builds it; `count` answers what the conditions of targets ask. TG14 to TG18. */
export function createMatching(turn: Moment, count: CountAgents): Matching {
  const known = new Map<string, Map<number, Matcher>>()
  return (sought) => {
    let stages = known.get(sought.targetText)
    if (stages === undefined) known.set(sought.targetText, (stages = new Map()))
    let matcher = stages.get(sought.stage)
    if (matcher === undefined) stages.set(sought.stage, (matcher = matcherOf(turn, sought, count)))
    return matcher
  }
}

function matcherOf(turn: Moment, { target, stage }: Sought, count: CountAgents): Matcher {
  if (target.kind !== 'any') return matchSingle(turn, target, [])
  const matchers = choicesAt(target.choices, stage).flatMap((choice) => {
    const isMatch = matchSingle(turn, choice.target, [])
    return choice.condition === null || holds(choice.condition, isMatch, count) ? [isMatch] : []
  })
  return (agent) => matchers.some((isMatch) => isMatch(agent))
}

function holds({ stat, operator, value }: StatCondition, isMatch: Matcher, count: CountAgents): boolean {
  const counted = count(stat, isMatch)
  return operator === '<' ? counted < value : counted > value
}

/** Who serves a queue is whom the targets of its services mean; a queue that comes back to itself adds nobody. */
function matchSingle(turn: Moment, target: SingleTarget, within: readonly string[]): Matcher {
  if (target.kind !== 'queue') return (agent) => matches(target, agent)
  if (within.includes(target.name)) return () => false
  const matchers = servicesOfQueue(turn, target.name)
    .flatMap(({ options }) => singles(options.target))
    .map((single) => matchSingle(turn, single, [...within, target.name]))
  return (agent) => matchers.some((isMatch) => isMatch(agent))
}

function singles(targetText: string): readonly SingleTarget[] {
  const parsed = parseTarget(targetText)
  if (!parsed.ok) return []
  const { target }: { target: Target } = parsed
  return target.kind === 'any' ? target.choices.map((choice) => choice.target) : [target]
}
