/** A stretch of the query's text, from its first character up to, not including, `to`. */
export interface Place {
  readonly from: number
  readonly to: number
}

/** One thing that the reader asks for, as it is written. */
export interface Token extends Place {
  /** Begins with a minus. */
  readonly isNot: boolean
  /** What stands before the colon; null when none does, or when it is quoted. */
  readonly field: string | null
  /** What is asked of the field, or the text that is searched for, without its quotes. */
  readonly value: string
  readonly valueAt: Place
  readonly isQuoted: boolean
  /** The closing quote is missing. */
  readonly isOpen: boolean
}

/** Splits a query at its blanks; what is quoted stays together, and `\"` is a quote within. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) {
      at += 1
      continue
    }
    const token = readToken(text, at)
    tokens.push(token)
    at = token.to
  }
  return tokens
}

function readToken(text: string, from: number): Token {
  const isNot = text.charAt(from) === '-' && /\S/.test(text.charAt(from + 1))
  const start = isNot ? from + 1 : from
  const field = /^[^\s":]+(?=:)/.exec(text.slice(start))?.[0] ?? null
  const valueFrom = field === null ? start : start + field.length + 1
  const common = { from, isNot, field }
  if (text.charAt(valueFrom) !== '"') {
    const value = /^\S*/.exec(text.slice(valueFrom))?.[0] ?? ''
    const to = valueFrom + value.length
    return { ...common, to, value, valueAt: { from: valueFrom, to }, isQuoted: false, isOpen: false }
  }
  const quoted = /^"((?:\\.|[^"\\])*)(\\?)("?)/s.exec(text.slice(valueFrom))
  const to = valueFrom + (quoted?.[0].length ?? 1)
  return {
    ...common,
    to,
    value: (quoted?.[1] ?? '').replace(/\\(.)/gs, '$1'),
    valueAt: { from: valueFrom, to },
    isQuoted: true,
    isOpen: quoted?.[3] !== '"',
  }
}

/** A value as it is written in a query: in quotes where it would not be read as one plain value. */
export function quoteValue(value: string): string {
  const isPlain = value !== '' && !/[\s"\\]/.test(value) && !value.startsWith('-') && !value.startsWith('#')
  return isPlain ? value : `"${value.replace(/[\\"]/g, '\\$&')}"`
}
