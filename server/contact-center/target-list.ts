import { characterAt, failAt } from './target-text.ts'
import type { StatCondition } from './target.ts'
import type { TargetText } from './target-text.ts'

/** One element of a target list as written; its target is not read yet. */
export interface ListedTarget {
  readonly target: TargetText
  readonly timeoutSeconds: number | null
  readonly clear: boolean | null
  readonly condition: StatCondition | null
}

/** Longer lists, longer time-outs (seconds) and larger numbers to compare with are refused. */
export const targetListLimits = { choices: 15, timeoutSeconds: 31_536_000, statValue: 1_000_000 } as const

const stats: readonly StatCondition['stat'][] = [
  'RStatAgentsReady',
  'RStatAgentsReadyvoice',
  'RStatAgentsTotal',
]

/** The three make one condition: none of them, or all. */
const conditionKeys = ['stat_to_check', 'stat_operator', 'stat_value'] as const
const keys: readonly string[] = ['target', 'timeout', 'clear', ...conditionKeys]

interface Value {
  readonly written: TargetText
  readonly isQuoted: boolean
}

/**
 * Reads a JSON array of targets; strings may have single quotes, as configurations in the field do.
 * Throws `TargetError`; contract 6.1, decision 16.
 */
export function parseTargetList(piece: TargetText): readonly ListedTarget[] {
  const text = piece.text
  let at = 0

  function peek(): string {
    while (at < text.length && ' \t\r\n'.includes(characterAt(text, at))) at += 1
    return characterAt(text, at)
  }

  function take(sign: string): boolean {
    if (peek() !== sign) return false
    at += 1
    return true
  }

  function unexpected(wanted: string): never {
    failAt(piece, at, peek(), `Expected ${wanted}.`)
  }

  function element(): ListedTarget {
    const start = at
    if (!take('{')) unexpected('{, the beginning of a target')
    const members = new Map<string, Value>()
    if (!take('}')) {
      do {
        const key = quoted()
        checkKey(key, members.has(key.text))
        if (!take(':')) unexpected(':')
        members.set(key.text, value())
      } while (take(','))
      if (!take('}')) unexpected(', or }')
    }
    const target = members.get('target')
    if (target === undefined) failAt(piece, start, '{', 'A target of the list needs “target”.')
    if (!target.isQuoted) refuse(target.written, '“target” is a text in quotes.')
    return {
      target: target.written,
      timeoutSeconds: seconds(members.get('timeout')),
      clear: flag(members.get('clear')),
      condition: condition(members, start),
    }
  }

  function condition(members: ReadonlyMap<string, Value>, start: number): StatCondition | null {
    const [stat, operator, value] = conditionKeys.map((key) => members.get(key))
    if (stat === undefined && operator === undefined && value === undefined) return null
    if (stat === undefined || operator === undefined || value === undefined) {
      failAt(piece, start, '{', `A condition needs “${conditionKeys.join('”, “')}”, all three.`)
    }
    const known = stats.find((name) => name === stat.written.text)
    if (known === undefined) refuse(stat.written, `“stat_to_check” is one of ${stats.join(', ')}.`)
    const sign = operator.written.text
    if (sign !== '<' && sign !== '>') refuse(operator.written, '“stat_operator” is < or >.')
    const most = targetListLimits.statValue
    return { stat: known, operator: sign, value: whole(value, 'stat_value', `at most ${most}`, most) }
  }

  function whole({ written }: Value, key: string, range: string, most: number): number {
    const count = Number(written.text)
    if (!/^[0-9]+$/.test(written.text) || count > most) {
      refuse(written, `“${key}” is a whole number, ${range}.`)
    }
    return count
  }

  function checkKey(key: TargetText, isRepeated: boolean): void {
    if (!keys.includes(key.text)) refuse(key, `“${key.text}” is not known.`)
    if (isRepeated) refuse(key, `“${key.text}” stands here twice.`)
  }

  function seconds(value: Value | undefined): number | null {
    const most = targetListLimits.timeoutSeconds
    return value === undefined ? null : whole(value, 'timeout', `of seconds, at most ${most}`, most)
  }

  function flag(value: Value | undefined): boolean | null {
    if (value === undefined) return null
    const { text: word } = value.written
    if (word !== 'true' && word !== 'false') refuse(value.written, '“clear” is true or false.')
    return word === 'true'
  }

  function refuse(written: TargetText, message: string): never {
    failAt(written, 0, written.text, message)
  }

  function value(): Value {
    const first = peek()
    if (first === '"' || first === "'") return { written: quoted(), isQuoted: true }
    const from = at
    const word = /^[A-Za-z0-9.+-]*/.exec(text.slice(from))?.[0] ?? ''
    if (!/^(true|false|[0-9]+)$/.test(word)) {
      failAt(
        piece,
        from,
        word === '' ? first : word,
        'Expected a text in quotes, true, false or a whole number.',
      )
    }
    at += word.length
    const columns = Array.from(word, (_, index) => from + index + 1)
    return { written: { text: word, columns, endColumn: at + 1 }, isQuoted: false }
  }

  function quoted(): TargetText {
    const quote = peek()
    if (quote !== '"' && quote !== "'") unexpected('a text in quotes')
    at += 1
    let content = ''
    const columns: number[] = []
    for (;;) {
      const character = text.charAt(at)
      if (character === '') failAt(piece, at, '', `Expected ${quote}, the end of the text.`)
      if (character === quote) break
      columns.push(at + 1)
      content += character === '\\' ? escape() : character
      at += 1
    }
    const closing = at + 1
    at += 1
    return { text: content, columns, endColumn: closing }
  }

  /** Leaves `at` on the last character of the escape. */
  function escape(): string {
    const sequence = /^\\(?:u[0-9a-fA-F]{4}|["'\\/bfnrt])/.exec(text.slice(at, at + 6))?.[0]
    if (sequence === undefined) failAt(piece, at, text.slice(at, at + 2), 'This escape is not known.')
    at += sequence.length - 1
    if (sequence.startsWith('\\u')) return String.fromCharCode(Number.parseInt(sequence.slice(2), 16))
    const letter = sequence.charAt(1)
    return { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }[letter] ?? letter
  }

  if (!take('[')) unexpected('[')
  const choices: ListedTarget[] = []
  do {
    if (peek() !== '{') unexpected('{, the beginning of a target')
    if (choices.length === targetListLimits.choices) {
      failAt(piece, at, '{', `A list has at most ${targetListLimits.choices} targets.`)
    }
    choices.push(element())
  } while (take(','))
  if (!take(']')) unexpected(', or ]')
  if (peek() !== '') unexpected('the end of the list')
  return choices
}
