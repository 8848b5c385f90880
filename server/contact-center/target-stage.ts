import { seconds } from '../runtime/clock.ts'
import type { Millis } from '../runtime/clock.ts'
import type { Target, TargetChoice } from './target.ts'

/** How long after coming each target of a list is added: when the time-outs of those before it are over. */
function additions(target: Target): Millis[] {
  if (target.kind !== 'any') return []
  let age = 0
  return target.choices.map((choice) => {
    const at = age
    age += seconds(choice.timeoutSeconds ?? 0)
    return at
  })
}

/** How many targets of the list have been added at this age; 0 for a target that is no list. TG16. */
export function stageAt(target: Target, age: Millis): number {
  return additions(target).filter((at) => at <= age).length
}

/** At which age the next target is added; null when none is left. */
export function nextStageAge(target: Target, stage: number): Millis | null {
  return additions(target)[stage] ?? null
}

/** Whether a target of the list counts at this stage: those do after the last one which gave the earlier ones up. */
export type ChoiceStanding = 'counts' | 'given-up' | 'not-yet'

/** How each target of the list stands at this stage. TG16, TG17. */
export function standingsAt(choices: readonly TargetChoice[], stage: number): readonly ChoiceStanding[] {
  const cleared = choices.slice(0, stage).findLastIndex((choice) => choice.clear === true)
  return choices.map((_, index) => {
    if (index >= stage) return 'not-yet'
    return index < cleared ? 'given-up' : 'counts'
  })
}
