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

/** How many targets of the list have been added at this age; 0 for a target that is no list. TG14. */
export function stageAt(target: Target, age: Millis): number {
  return additions(target).filter((at) => at <= age).length
}

/** At which age the next target is added; null when none is left. */
export function nextStageAge(target: Target, stage: number): Millis | null {
  return additions(target)[stage] ?? null
}

/** The targets of the list that count at this stage: those after the last one which gave the earlier ones up. TG15. */
export function choicesAt(choices: readonly TargetChoice[], stage: number): readonly TargetChoice[] {
  const added = choices.slice(0, stage)
  const cleared = added.findLastIndex((choice) => choice.clear === true)
  return added.slice(Math.max(0, cleared))
}
