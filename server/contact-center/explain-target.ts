import { hasToken } from './option-tokens.ts'
import { said } from './phrase.ts'
import type { Phrase } from './phrase.ts'
import { sayReason } from './reason-words.ts'
import { readRoster } from './roster.ts'
import { parseTarget, printCondition, printTarget } from './target.ts'
import type { SingleTarget, TargetChoice } from './target.ts'
import { sayTarget } from './target-words.ts'
import type { Moment } from './turn.ts'

/** One target in words, and whom it means now. */
export interface ExplainedTarget {
  /** What fits after "waits for". */
  readonly sentence: string
  readonly phrase: Phrase
  /** Whether they are logged in or not. */
  readonly agents: readonly { readonly id: string; readonly name: string }[]
  readonly timeoutSeconds: number | null
  readonly clears: boolean
  /** What it counts by, `RStatAgentsReady > 1`; null: nothing. TG18. */
  readonly condition: string | null
}

export type TargetExplanation =
  | {
      readonly ok: true
      readonly sentence: string
      readonly phrase: Phrase
      readonly targets: readonly ExplainedTarget[]
    }
  /** What cannot be read, the token at fault, and its column, counted from 1. */
  | { readonly ok: false; readonly message: string; readonly token: string; readonly column: number }

/** Reads a text as `_target` would be, and says whom it means. CO6. */
export function explainTarget(turn: Moment, text: string): TargetExplanation {
  if (hasToken(text)) return { ok: true, ...said(sayReason('whoever')), targets: [] }
  const result = parseTarget(text)
  if (!result.ok) return result
  const { target } = result
  const choices: readonly TargetChoice[] =
    target.kind === 'any' ? target.choices : [{ target, timeoutSeconds: null, clear: null, condition: null }]
  const roster = readRoster(turn)
  const meant = (single: SingleTarget) =>
    turn.tx
      .all('agent')
      .filter(roster.matching({ targetText: printTarget(single), target: single, stage: 0 }))
      .map(({ id, name }) => ({ id, name }))
  return {
    ok: true,
    ...said(sayTarget(target)),
    targets: choices.map((choice) => ({
      ...said(sayTarget(choice.target)),
      agents: meant(choice.target),
      timeoutSeconds: choice.timeoutSeconds,
      clears: choice.clear ?? false,
      condition: choice.condition === null ? null : printCondition(choice.condition),
    })),
  }
}
