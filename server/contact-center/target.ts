import {
  describeSkills,
  looksLikeSkills,
  matchesSkills,
  parseSkills,
  printSkills,
} from './skill-expression.ts'
import type { SkillExpression } from './skill-expression.ts'
import { parseTargetList } from './target-list.ts'
import { TargetError, characterAt, columnOf, failAt, readName, wholeText } from './target-text.ts'
import type { TargetText } from './target-text.ts'

/** One target: `<Target String>@<StatServer>.<Type>`, of the types that are routed here. */
export type SingleTarget = { readonly statServer: string } & (
  | { readonly kind: 'agent'; readonly name: string }
  | { readonly kind: 'place'; readonly name: string }
  | { readonly kind: 'group'; readonly name: string }
  | { readonly kind: 'skills'; readonly expression: SkillExpression }
)

/** One of several targets. Time-out (seconds) and `clear` are kept as configured; nothing heeds them yet. */
export interface TargetChoice {
  readonly target: SingleTarget
  readonly timeoutSeconds: number | null
  readonly clear: boolean | null
}

export type Target = SingleTarget | { readonly kind: 'any'; readonly choices: readonly TargetChoice[] }

/** Columns count from 1; where the text ends too early, one past its last character, with an empty token. */
export type TargetResult =
  | { readonly ok: true; readonly target: Target }
  | { readonly ok: false; readonly message: string; readonly token: string; readonly column: number }

/** What a target looks at in an agent. */
export interface TargetCandidate {
  readonly id: string
  readonly name: string
  readonly place: string
  readonly groups: readonly string[]
  readonly skills: Readonly<Record<string, number>>
}

/** Longer texts are refused. */
export const targetLimits = { characters: 8192 } as const

const typesElsewhere = new Map([
  ['GP', 'a group of places'],
  ['Q', 'a queue'],
  ['DN', 'a DN'],
  ['GC', 'a campaign group'],
  ['RP', 'a routing point'],
  ['DL', 'a destination label'],
])

/**
 * Reads a `_target`: one target, or a JSON array of them with quotes of either kind. Never throws: a text that
 * cannot be read is answered with one sentence, the token at fault and its column. Contract 6.1, decision 16.
 */
export function parseTarget(text: string): TargetResult {
  try {
    return { ok: true, target: readTarget(wholeText(text)) }
  } catch (error) {
    if (!(error instanceof TargetError)) throw error
    return { ok: false, message: error.message, token: error.token, column: error.column }
  }
}

function readTarget(piece: TargetText): Target {
  if (piece.text.length > targetLimits.characters) {
    const index = targetLimits.characters
    failAt(piece, index, characterAt(piece.text, index), `A target has at most ${index} characters.`)
  }
  if (!piece.text.trimStart().startsWith('[')) return readSingle(piece)
  const choices = parseTargetList(piece).map(({ target, ...rest }) => ({
    ...rest,
    target: readSingle(target),
  }))
  return { kind: 'any', choices }
}

function readSingle(piece: TargetText): SingleTarget {
  const text = piece.text
  const at = text.lastIndexOf('@')
  if (at === -1)
    failAt(piece, text.length, '', 'Expected @ and the name of a StatServer, as in Billing@StatServer.GA.')
  const dot = text.lastIndexOf('.')
  if (dot < at) failAt(piece, text.length, '', 'Expected . and a target type, as in Billing@StatServer.GA.')
  const type = readName(piece, dot + 1, text.length, 'a target type')
  const typeAt = text.indexOf(type, dot + 1)
  const statServer = readName(piece, at + 1, dot, 'a StatServer name')

  const elsewhere = typesElsewhere.get(type)
  if (elsewhere !== undefined) {
    failAt(
      piece,
      typeAt,
      type,
      `Type ${type} (${elsewhere}) is understood but not routed here; use A, AP or GA.`,
    )
  }
  switch (type) {
    case 'A':
      return { kind: 'agent', name: readName(piece, 0, at, 'an agent'), statServer }
    case 'AP':
      return { kind: 'place', name: readName(piece, 0, at, 'a place'), statServer }
    case 'GA':
      if (looksLikeSkills(text.slice(0, at))) {
        return { kind: 'skills', expression: parseSkills(piece, at), statServer }
      }
      return { kind: 'group', name: readName(piece, 0, at, 'a group'), statServer }
    default:
      throw new TargetError(`“${type}” is not a target type; use A, AP or GA.`, type, columnOf(piece, typeAt))
  }
}

/** Whether the agent is one the target means; of several targets, any will do. Names compare case-sensitively. */
export function matches(target: Target, agent: TargetCandidate): boolean {
  switch (target.kind) {
    case 'agent':
      return agent.id === target.name || agent.name === target.name
    case 'place':
      return agent.place === target.name
    case 'group':
      return agent.groups.includes(target.name)
    case 'skills':
      return matchesSkills(target.expression, agent.skills)
    case 'any':
      return target.choices.some((choice) => matches(choice.target, agent))
  }
}

/** The target in words that follow "waits for": `an agent of group Billing`. */
export function describeTarget(target: Target): string {
  switch (target.kind) {
    case 'agent':
      return `agent ${target.name}`
    case 'place':
      return `the agent at place ${target.name}`
    case 'group':
      return `an agent of group ${target.name}`
    case 'skills':
      return `an agent with ${describeSkills(target.expression)}`
    case 'any':
      return target.choices.map((choice) => describeTarget(choice.target)).join(', or ')
  }
}

/** The target as `parseTarget` reads it. */
export function printTarget(target: Target): string {
  switch (target.kind) {
    case 'agent':
      return `${target.name}@${target.statServer}.A`
    case 'place':
      return `${target.name}@${target.statServer}.AP`
    case 'group':
      return `${target.name}@${target.statServer}.GA`
    case 'skills':
      return `${printSkills(target.expression)}@${target.statServer}.GA`
    case 'any':
      return JSON.stringify(
        target.choices.map(({ target: single, timeoutSeconds, clear }) => ({
          target: printTarget(single),
          ...(timeoutSeconds === null ? {} : { timeout: String(timeoutSeconds) }),
          ...(clear === null ? {} : { clear }),
        })),
      )
  }
}
