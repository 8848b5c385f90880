import { alarmId } from './alarm.ts'
import type { Place } from './line.ts'
import type { Millis } from '../runtime/clock.ts'
import type { Roster } from './roster.ts'
import { sayCondition } from './target-mismatch.ts'
import { describeTarget } from './target.ts'
import type { SingleTarget } from './target.ts'
import { timeOfDay } from './time-of-day.ts'
import type { Moment } from './turn.ts'

/** Whom somebody in line waits for now: of a list of targets, those that count. TG16 to TG18. */
export interface Wanted {
  readonly targets: readonly SingleTarget[]
  /** What keeps targets from counting whose time has come: their conditions, in words. */
  readonly conditions: readonly string[]
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
      because?.kind === 'condition' ? sayCondition(choice.target, because) : [],
    ),
    next:
      next === undefined || at === undefined
        ? null
        : { target: next.target, isAlone: next.clear === true, at },
  }
}

/** Nobody who is wanted is in this state: one sentence, and what else there is to say of the list. */
export function sayNobody({ targets, conditions, next }: Wanted, state: string): string {
  const [only, ...others] = targets
  const nobody =
    only === undefined ? [] : [others.length === 0 ? sayNo(only, state) : sayNone(targets, state)]
  const [first = '', ...rest] = [...nobody, ...conditions, ...(next === null ? [] : [sayNext(next)])]
  return [`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...rest].join('; ')
}

const sayNone = (targets: readonly SingleTarget[], state: string): string =>
  `None of these is ${state}: ${targets.map(describeTarget).join(', or ')}`

function sayNo(target: SingleTarget, state: string): string {
  if (target.kind === 'agent') return `Agent ${target.name} is not ${state}`
  return `No ${describeTarget(target).replace(/^(an|the) /, '')} is ${state}`
}

const sayNext = ({ target, isAlone, at }: NonNullable<Wanted['next']>): string =>
  `${isAlone ? 'only ' : ''}${describeTarget(target)} counts from ${timeOfDay(at)}`
