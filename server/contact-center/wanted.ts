import { alarmId } from './alarm.ts'
import type { Place } from './line.ts'
import type { Phrase } from './phrase.ts'
import type { Millis } from '../runtime/clock.ts'
import type { Roster } from './roster.ts'
import { joinPhrases, sayReason } from './reason-words.ts'
import { sayCondition } from './target-mismatch.ts'
import type { ChoiceMismatch } from './target-mismatch.ts'
import type { SingleTarget } from './target.ts'
import { sayTarget, sayTargetFirst, whomOf } from './target-words.ts'
import { timeOfDay } from './time-of-day.ts'
import type { Moment } from './turn.ts'

/** Whom somebody in line waits for now: of a list of targets, those that count. TG16 to TG18. */
export interface Wanted {
  readonly targets: readonly SingleTarget[]
  /** What keeps targets from counting whose time has come. */
  readonly conditions: readonly {
    readonly target: SingleTarget
    readonly because: Extract<ChoiceMismatch['because'], { kind: 'condition' }>
  }[]
  /** The next target of the list, and when its time comes. */
  readonly next: { readonly target: SingleTarget; readonly isAlone: boolean; readonly at: Millis } | null
}

/** Reads it from the evaluation that routing decides by. */
export function readWanted(turn: Moment, roster: Roster, place: Place): Wanted {
  const { target, callback } = place
  if (target.kind !== 'any') return { targets: [target], conditions: [], next: null }
  const choices = roster.choices(place)
  const next = choices.find(({ because }) => because?.kind === 'not-yet')?.choice
  const at = turn.tx.get('alarm', alarmId('target', callback.id))?.at
  return {
    targets: choices.flatMap(({ choice, because }) => (because === null ? choice.target : [])),
    conditions: choices.flatMap(({ choice, because }) =>
      because?.kind === 'condition' ? { target: choice.target, because } : [],
    ),
    next:
      next === undefined || at === undefined
        ? null
        : { target: next.target, isAlone: next.clear === true, at },
  }
}

/** Nobody who is wanted is in this state: one sentence, and what else there is to say of the list. */
export function sayNobody({ targets, conditions, next }: Wanted, state: 'ready' | 'free' | 'full'): Phrase {
  const [only, ...others] = targets
  const nobody = (): Phrase[] => {
    if (only === undefined) return []
    if (others.length === 0) return [sayReason('nobody', { state, ...whomOf(only) })]
    return [sayReason('noneOf', { state, targets: joinPhrases('orElse', targets.map(sayTarget)) })]
  }
  const said = nobody()
  for (const { target, because } of conditions) said.push(sayCondition(target, because, said.length === 0))
  if (next !== null) said.push(sayNext(next, said.length === 0))
  return joinPhrases('besides', said)
}

function sayNext({ target, isAlone, at }: NonNullable<Wanted['next']>, isFirst: boolean): Phrase {
  const time = timeOfDay(at)
  if (!isAlone) {
    return sayReason('countsFrom', { target: isFirst ? sayTargetFirst(target) : sayTarget(target), time })
  }
  return sayReason(isFirst ? 'onlyCountsFromFirst' : 'onlyCountsFrom', { target: sayTarget(target), time })
}
