import type { Phrase } from './phrase.ts'
import { joinPhrases, sayReason } from './reason-words.ts'
import { skillFailures } from './skill-expression.ts'
import type { SkillFailure } from './skill-expression.ts'
import { printCondition } from './target.ts'
import type { SingleTarget, StatCondition, TargetCandidate } from './target.ts'
import { sayTarget, sayTargetFirst } from './target-words.ts'

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
export function sayMismatch(mismatch: Mismatch): Phrase {
  switch (mismatch.kind) {
    case 'agent':
      return sayReason('notAgent', { wanted: mismatch.wanted })
    case 'place':
      return sayReason('notPlace', { wanted: mismatch.wanted, place: mismatch.place })
    case 'group':
      return sayReason('notGroup', { wanted: mismatch.wanted })
    case 'place-group':
      return sayReason('notPlaceGroup', { wanted: mismatch.wanted })
    case 'skills':
      return sayReason('skills', { skills: joinPhrases('both', mismatch.failures.map(sayFailure)) })
    case 'queue': {
      const { wanted, services } = mismatch
      return services.length === 0
        ? sayReason('queueUnused', { wanted })
        : sayReason('queue', { wanted, because: joinPhrases('besides', services.map(sayMismatch)) })
    }
    case 'list': {
      const because = joinPhrases('besides', mismatch.choices.map(sayChoice))
      return mismatch.choices.length === 1
        ? sayReason('oneTarget', { because })
        : sayReason('noTarget', { targets: mismatch.choices.length, because })
    }
  }
}

const sayFailure = ({ skill, operator, level, has }: SkillFailure): Phrase =>
  sayReason('skill', { skill, operator, level, has })

/** `an agent of group Billing counts only while RStatAgentsReady > 1, and it is 1` */
export const sayCondition = (
  target: SingleTarget,
  { condition, counted }: Extract<ChoiceMismatch['because'], { kind: 'condition' }>,
  isFirst = false,
): Phrase =>
  sayReason('condition', {
    target: isFirst ? sayTargetFirst(target) : sayTarget(target),
    condition: printCondition(condition),
    counted,
  })

function sayChoice({ target, because }: ChoiceMismatch): Phrase {
  switch (because.kind) {
    case 'not-yet':
      return sayReason('notYet', { target: sayTarget(target) })
    case 'given-up':
      return sayReason('noMore', { target: sayTarget(target) })
    case 'condition':
      return sayCondition(target, because)
    default:
      return sayMismatch(because)
  }
}
