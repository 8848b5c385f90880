import type { Phrase } from './phrase.ts'
import { joinPhrases, sayReason } from './reason-words.ts'
import type { Whom } from './reason-words.ts'
import type { SkillExpression } from './skill-expression.ts'
import type { SingleTarget, Target } from './target.ts'

/** The target in words that follow "waits for": `an agent of group Billing`. */
export const sayTarget = (target: Target): Phrase =>
  target.kind === 'any'
    ? joinPhrases(
        'orElse',
        target.choices.map((choice) => sayTarget(choice.target)),
      )
    : sayReason('target', whomOf(target))

/** The same at the beginning of a sentence: `An agent of group Billing`. */
export const sayTargetFirst = (target: SingleTarget): Phrase => sayReason('targetFirst', whomOf(target))

/** Whom it means: a kind of target, and the name; of skills the expression in words. */
export function whomOf(target: SingleTarget): Whom {
  switch (target.kind) {
    case 'skills':
      return { kind: 'skills', name: saySkills(target.expression) }
    case 'place-group':
      return { kind: 'placeGroup', name: target.name }
    default:
      return { kind: target.kind, name: target.name }
  }
}

/** `English = 20 and (Loans = 2 or Cards = 1)`. */
function saySkills(expression: SkillExpression): Phrase {
  switch (expression.kind) {
    case 'level': {
      const { skill, operator, level } = expression
      return sayReason('name', { name: `${skill} ${operator} ${level}` })
    }
    case 'or':
      return joinPhrases('either', expression.terms.map(saySkills))
    case 'and':
      return joinPhrases(
        'both',
        expression.terms.map((term) =>
          term.kind === 'or' ? sayReason('grouped', { inner: saySkills(term) }) : saySkills(term),
        ),
      )
  }
}
