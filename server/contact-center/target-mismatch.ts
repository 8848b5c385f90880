import { skillFailures } from './skill-expression.ts'
import type { SkillFailure } from './skill-expression.ts'
import { describeTarget, printCondition } from './target.ts'
import type { SingleTarget, StatCondition, TargetCandidate } from './target.ts'

/** Why an agent is not one whom a target means: what was wanted, and what is there instead. */
export type Mismatch =
  | { readonly kind: 'agent'; readonly rule: 'TG2'; readonly wanted: string }
  | { readonly kind: 'place'; readonly rule: 'TG2'; readonly wanted: string; readonly place: string }
  | {
      readonly kind: 'group'
      readonly rule: 'TG3'
      readonly wanted: string
      readonly groups: readonly string[]
    }
  | {
      readonly kind: 'place-group'
      readonly rule: 'TG14'
      readonly wanted: string
      readonly placeGroups: readonly string[]
    }
  | { readonly kind: 'skills'; readonly rule: 'TG4'; readonly failures: readonly SkillFailure[] }
  /** What each target of the services that use the queue misses in the agent. */
  | {
      readonly kind: 'queue'
      readonly rule: 'TG15'
      readonly wanted: string
      readonly services: readonly Mismatch[]
    }
  | { readonly kind: 'list'; readonly rule: 'TG7'; readonly choices: readonly ChoiceMismatch[] }

/** Why one target of a list does not bring the agent. */
export interface ChoiceMismatch {
  readonly target: SingleTarget
  readonly because:
    | Mismatch
    | { readonly kind: 'not-yet'; readonly rule: 'TG16' }
    | { readonly kind: 'given-up'; readonly rule: 'TG17' }
    | {
        readonly kind: 'condition'
        readonly rule: 'TG18'
        readonly condition: StatCondition
        readonly counted: number
      }
}

/**
 * What keeps the agent from being one whom the target means by itself, null when he is; who serves a queue is not
 * written in an agent, see `matching.ts`. Names compare case-sensitively.
 */
export function mismatchSingle(
  target: Exclude<SingleTarget, { kind: 'queue' }>,
  agent: TargetCandidate,
): Mismatch | null {
  switch (target.kind) {
    case 'agent':
      return agent.id === target.name || agent.name === target.name
        ? null
        : { kind: 'agent', rule: 'TG2', wanted: target.name }
    case 'place':
      return agent.place === target.name
        ? null
        : { kind: 'place', rule: 'TG2', wanted: target.name, place: agent.place }
    case 'group':
      return agent.groups.includes(target.name)
        ? null
        : { kind: 'group', rule: 'TG3', wanted: target.name, groups: agent.groups }
    case 'place-group':
      return agent.placeGroups.includes(target.name)
        ? null
        : { kind: 'place-group', rule: 'TG14', wanted: target.name, placeGroups: agent.placeGroups }
    case 'skills': {
      const failures = skillFailures(target.expression, agent.skills)
      return failures.length === 0 ? null : { kind: 'skills', rule: 'TG4', failures }
    }
  }
}

/** In words that follow the agent's name: `is not in group Sales`. */
export function sayMismatch(mismatch: Mismatch): string {
  switch (mismatch.kind) {
    case 'agent':
      return `is not agent ${mismatch.wanted}`
    case 'place':
      return `is at place ${mismatch.place}, not at ${mismatch.wanted}`
    case 'group':
      return `is not in group ${mismatch.wanted}`
    case 'place-group':
      return `is not at a place of group ${mismatch.wanted}`
    case 'skills':
      return `has ${mismatch.failures.map(sayFailure).join(' and ')}`
    case 'queue':
      return mismatch.services.length === 0
        ? `cannot serve queue ${mismatch.wanted}, which no service uses`
        : `does not serve queue ${mismatch.wanted}: ${mismatch.services.map(sayMismatch).join('; ')}`
    case 'list':
      return mismatch.choices.length === 1
        ? `is not meant: ${mismatch.choices.map(sayChoice).join('')}`
        : `is meant by none of ${mismatch.choices.length} targets: ${mismatch.choices.map(sayChoice).join('; ')}`
  }
}

const sayFailure = ({ skill, operator, level, has }: SkillFailure): string =>
  `${skill} ${has}, not ${operator} ${level}`

/** `an agent of group Billing counts only while RStatAgentsReady > 1, and it is 1` */
export function sayCondition(
  target: SingleTarget,
  { condition, counted }: Extract<ChoiceMismatch['because'], { kind: 'condition' }>,
): string {
  return `${describeTarget(target)} counts only while ${printCondition(condition)}, and it is ${counted}`
}

function sayChoice({ target, because }: ChoiceMismatch): string {
  switch (because.kind) {
    case 'not-yet':
      return `${describeTarget(target)} does not count yet`
    case 'given-up':
      return `${describeTarget(target)} counts no more`
    case 'condition':
      return sayCondition(target, because)
    default:
      return sayMismatch(because)
  }
}
