import { characterAt, failAt } from './target-text.ts'
import type { TargetText } from './target-text.ts'

/** One element of a target list as written; its target is not read yet. */
export interface ListedTarget {
  readonly target: TargetText
  readonly timeoutSeconds: number | null
  readonly clear: boolean | null
}

/** Longer lists and longer time-outs (seconds) are refused. */
export const targetListLimits = { choices: 15, timeoutSeconds: 31_536_000 } as const

/** Known to Genesys, and not heeded here: refused with its name rather than passed over. */
const conditions = ['stat_to_check', 'stat_operator', 'stat_value']

interface Member {
  readonly value: TargetText | boolean | number
  readonly at: number
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
    const members = new Map<string, Member>()
    if (!take('}')) {
      do {
        peek()
        const keyAt = at
        const key = quoted().text
        if (members.has(key)) failAt(piece, keyAt, key, `“${key}” stands here twice.`)
        if (!take(':')) unexpected(':')
        peek()
        const valueAt = at
        checkKey(key, keyAt)
        members.set(key, { value: value(), at: valueAt })
      } while (take(','))
      if (!take('}')) unexpected(', or }')
    }
    return listedTarget(members, start)
  }

  function checkKey(key: string, keyAt: number): void {
    if (['target', 'timeout', 'clear'].includes(key)) return
    const known = conditions.includes(key)
    failAt(
      piece,
      keyAt,
      key,
      known ? `“${key}” is understood but not heeded here.` : `“${key}” is not known.`,
    )
  }

  function listedTarget(members: ReadonlyMap<string, Member>, start: number): ListedTarget {
    const target = members.get('target')
    if (target === undefined) failAt(piece, start, '{', 'A target of the list needs “target”.')
    if (typeof target.value !== 'object') {
      failAt(piece, target.at, String(target.value), '“target” is a text in quotes.')
    }
    return {
      target: target.value,
      timeoutSeconds: seconds(members.get('timeout')),
      clear: flag(members.get('clear')),
    }
  }

  function seconds(member: Member | undefined): number | null {
    if (member === undefined) return null
    const written = typeof member.value === 'object' ? member.value.text : String(member.value)
    const count = Number(written)
    if (!/^[0-9]+$/.test(written) || count > targetListLimits.timeoutSeconds) {
      const most = targetListLimits.timeoutSeconds
      failAt(piece, member.at, written, `“timeout” is a whole number of seconds, at most ${most}.`)
    }
    return count
  }

  function flag(member: Member | undefined): boolean | null {
    if (member === undefined) return null
    const written = typeof member.value === 'object' ? member.value.text : String(member.value)
    if (written !== 'true' && written !== 'false') {
      failAt(piece, member.at, written, '“clear” is true or false.')
    }
    return written === 'true'
  }

  function value(): TargetText | boolean | number {
    const quote = peek()
    if (quote === '"' || quote === "'") return quoted()
    const word = /^[A-Za-z0-9.+-]*/.exec(text.slice(at))?.[0] ?? ''
    const isNumber = /^[0-9]+$/.test(word)
    if (word !== 'true' && word !== 'false' && !isNumber) {
      failAt(
        piece,
        at,
        word === '' ? quote : word,
        'Expected a text in quotes, true, false or a whole number.',
      )
    }
    at += word.length
    return isNumber ? Number(word) : word === 'true'
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
