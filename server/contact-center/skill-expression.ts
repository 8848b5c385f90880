import { characterAt, failAt, readName } from './target-text.ts'
import type { TargetText } from './target-text.ts'

export type SkillOperator = '=' | '!=' | '<' | '>' | '<=' | '>='

/** Levels of skills, compared. `and` and `or` have at least two terms, and none of their own kind directly inside. */
export type SkillExpression =
  | {
      readonly kind: 'level'
      readonly skill: string
      readonly operator: SkillOperator
      readonly level: number
    }
  | { readonly kind: 'and'; readonly terms: readonly SkillExpression[] }
  | { readonly kind: 'or'; readonly terms: readonly SkillExpression[] }

/** Deeper parentheses and higher levels are refused. */
export const skillLimits = { depth: 20, level: 1_000_000 } as const

// The longer ones first: `<` begins `<=`.
const operators: readonly SkillOperator[] = ['!=', '<=', '>=', '=', '<', '>']
const signs = /[=!<>&|()]/

/** Whether the text can only be a skill expression: it has a sign that no name may have. */
export function looksLikeSkills(text: string): boolean {
  return text.trimStart().startsWith('?:') || signs.test(text)
}

/**
 * Reads the part of the piece before `end`: `English=20&(Loans>=2|Cards=1)`, with or without a leading `?:`.
 * `&` binds tighter than `|`. Throws `TargetError`; contract 6.1, decision 16.
 */
export function parseSkills(piece: TargetText, end: number): SkillExpression {
  const text = piece.text
  let at = 0

  function peek(): string {
    while (at < end && characterAt(text, at).trim() === '') at += 1
    return at < end ? characterAt(text, at) : ''
  }

  function either(depth: number): SkillExpression {
    return joined('or', '|', () => joined('and', '&', () => term(depth)))
  }

  function joined(kind: 'and' | 'or', sign: string, read: () => SkillExpression): SkillExpression {
    const first = read()
    const terms = first.kind === kind ? [...first.terms] : [first]
    while (peek() === sign) {
      at += 1
      const next = read()
      if (next.kind === kind) terms.push(...next.terms)
      else terms.push(next)
    }
    return terms.length === 1 ? first : { kind, terms }
  }

  function term(depth: number): SkillExpression {
    if (peek() !== '(') return comparison()
    if (depth === skillLimits.depth) {
      failAt(piece, at, '(', `Parentheses go at most ${skillLimits.depth} deep.`)
    }
    at += 1
    const inner = either(depth + 1)
    if (peek() !== ')') unexpected('&, | or )')
    at += 1
    return inner
  }

  function comparison(): SkillExpression {
    const from = at
    while (at < end && !signs.test(characterAt(text, at))) at += characterAt(text, at).length
    const skill = readName(piece, from, at, 'a skill name')
    const operator = operators.find(
      (candidate) => text.startsWith(candidate, at) && at + candidate.length <= end,
    )
    if (operator === undefined) unexpected('one of = != < > <= >=')
    at += operator.length
    peek()
    const digits = /^[0-9]*/.exec(text.slice(at, end))?.[0] ?? ''
    if (digits === '') unexpected('a skill level, a whole number')
    const level = Number(digits)
    if (level > skillLimits.level) {
      failAt(piece, at, digits, `A skill level is at most ${skillLimits.level}.`)
    }
    at += digits.length
    return { kind: 'level', skill, operator, level }
  }

  function unexpected(wanted: string): never {
    const found = peek()
    failAt(piece, at, found === '' ? characterAt(text, at) : found, `Expected ${wanted}.`)
  }

  peek()
  if (text.startsWith('?:', at)) at += 2
  const expression = either(0)
  if (peek() !== '') unexpected('& or |')
  return expression
}

/** A level that is not as the expression wants it. */
export interface SkillFailure {
  readonly skill: string
  readonly operator: SkillOperator
  /** What is wanted, and what is there. */
  readonly level: number
  readonly has: number
}

const noFailures: readonly SkillFailure[] = []

/** What of the expression these skills do not satisfy, and nothing when they do; a skill that is not there has level 0. */
export function skillFailures(
  expression: SkillExpression,
  skills: Readonly<Record<string, number>>,
): readonly SkillFailure[] {
  switch (expression.kind) {
    case 'and': {
      let failures = noFailures
      for (const term of expression.terms) {
        const own = skillFailures(term, skills)
        if (own.length > 0) failures = [...failures, ...own]
      }
      return failures
    }
    case 'or': {
      let failures = noFailures
      for (const term of expression.terms) {
        const own = skillFailures(term, skills)
        if (own.length === 0) return noFailures
        failures = [...failures, ...own]
      }
      return failures
    }
    case 'level': {
      const { skill, operator, level } = expression
      // `constructor` is a fine name for a skill nobody has.
      const has = Object.hasOwn(skills, skill) ? (skills[skill] ?? 0) : 0
      return compare(has, operator, level) ? noFailures : [{ skill, operator, level, has }]
    }
  }
}

function compare(level: number, operator: SkillOperator, wanted: number): boolean {
  switch (operator) {
    case '=':
      return level === wanted
    case '!=':
      return level !== wanted
    case '<':
      return level < wanted
    case '>':
      return level > wanted
    case '<=':
      return level <= wanted
    case '>=':
      return level >= wanted
  }
}

/** The expression as `_target` takes it, without `?:`. */
export function printSkills(expression: SkillExpression): string {
  if (expression.kind === 'level') return `${expression.skill}${expression.operator}${expression.level}`
  if (expression.kind === 'or') return expression.terms.map(printSkills).join('|')
  return expression.terms.map((term) => grouped(term, printSkills)).join('&')
}

function grouped(term: SkillExpression, print: (term: SkillExpression) => string): string {
  return term.kind === 'or' ? `(${print(term)})` : print(term)
}
