import { looksLikeSkills, parseSkills, printSkills } from './skill-expression.ts'
import type { SkillExpression } from './skill-expression.ts'
import { parseTargetList } from './target-list.ts'
import { TargetError, characterAt, columnOf, failAt, readName, wholeText } from './target-text.ts'
import type { TargetText } from './target-text.ts'

/** One target: `<Target String>@<StatServer>.<Type>`, of the types that are routed here. */
export type SingleTarget = { readonly statServer: string } & (
  | { readonly kind: 'agent'; readonly name: string }
  | { readonly kind: 'place'; readonly name: string }
  | { readonly kind: 'group'; readonly name: string }
  | { readonly kind: 'place-group'; readonly name: string }
  | { readonly kind: 'queue'; readonly name: string }
  | { readonly kind: 'skills'; readonly expression: SkillExpression }
)

/** A target counts only while so many of its agents are ready (could take a chat) or there (logged in). */
export interface StatCondition {
  readonly stat: 'RStatAgentsReady' | 'RStatAgentsReadyvoice' | 'RStatAgentsTotal'
  readonly operator: '<' | '>'
  readonly value: number
}

/** One of several targets. */
export interface TargetChoice {
  readonly target: SingleTarget
  /** How long after this one the next one is added; null is at once. */
  readonly timeoutSeconds: number | null
  /** Whether the earlier ones are given up when this one is added; null is no. */
  readonly clear: boolean | null
  readonly condition: StatCondition | null
}

export type Target = SingleTarget | { readonly kind: 'any'; readonly choices: readonly TargetChoice[] }

/** Columns count from 1; where the text ends too early, one past its last character, with an empty token. */
export type TargetResult =
  | { readonly ok: true; readonly target: Target }
  | { readonly ok: false; readonly message: string; readonly token: string; readonly column: number }

export type TargetFault = Extract<TargetResult, { ok: false }>

/** What a target looks at in an agent. */
export interface TargetCandidate {
  readonly id: string
  readonly name: string
  readonly place: string
  readonly placeGroups: readonly string[]
  readonly groups: readonly string[]
  readonly skills: Readonly<Record<string, number>>
}

/** Longer texts are refused. */
export const targetLimits = { characters: 8192 } as const

/** What Genesys knows besides, and why nobody can be found by it here. */
const typesElsewhere = new Map([
  ['DN', 'a DN, a telephone number or extension: no telephones are simulated here'],
  ['GC', 'a campaign group: no outbound campaigns are simulated here'],
  ['RP', 'a routing point, where another strategy would take over: there is none here'],
  ['DL', 'a destination label, an address outside: chats stay inside here'],
])

const typesHere = 'use A, AP, GA, GP or Q'

const namedTypes = new Map<string, { kind: Exclude<SingleTarget['kind'], 'skills'>; noun: string }>([
  ['A', { kind: 'agent', noun: 'an agent' }],
  ['AP', { kind: 'place', noun: 'a place' }],
  ['GA', { kind: 'group', noun: 'a group' }],
  ['GP', { kind: 'place-group', noun: 'a place group' }],
  ['Q', { kind: 'queue', noun: 'a queue' }],
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

/** The fault as one sentence, with what was found there: `… Found “=” at column 10.` TG10. */
export function sayTargetFault({ message, token, column }: Omit<TargetFault, 'ok'>): string {
  return token === ''
    ? `${message} Something is missing at column ${column}.`
    : `${message} Found “${token}” at column ${column}.`
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
      `Type ${type} is understood but not routed here; ${typesHere}. It means ${elsewhere}.`,
    )
  }
  const named = namedTypes.get(type)
  if (named === undefined) {
    throw new TargetError(`“${type}” is not a target type; ${typesHere}.`, type, columnOf(piece, typeAt))
  }
  if (type === 'GA' && looksLikeSkills(text.slice(0, at))) {
    return { kind: 'skills', expression: parseSkills(piece, at), statServer }
  }
  return { kind: named.kind, name: readName(piece, 0, at, named.noun), statServer }
}

/** `RStatAgentsReady > 1` */
export const printCondition = ({ stat, operator, value }: StatCondition): string =>
  `${stat} ${operator} ${value}`

/** The target as `parseTarget` reads it. */
export function printTarget(target: Target): string {
  switch (target.kind) {
    case 'skills':
      return `${printSkills(target.expression)}@${target.statServer}.GA`
    case 'any':
      return JSON.stringify(target.choices.map(printChoice))
    default: {
      const [type] = [...namedTypes].find(([, { kind }]) => kind === target.kind) ?? []
      return `${target.name}@${target.statServer}.${type}`
    }
  }
}

function printChoice({ target, timeoutSeconds, clear, condition }: TargetChoice) {
  return {
    target: printTarget(target),
    ...(timeoutSeconds === null ? {} : { timeout: String(timeoutSeconds) }),
    ...(clear === null ? {} : { clear }),
    ...(condition === null
      ? {}
      : {
          stat_to_check: condition.stat,
          stat_operator: condition.operator,
          stat_value: String(condition.value),
        }),
  }
}
