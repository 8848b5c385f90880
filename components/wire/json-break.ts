/** Where text stops being JSON, and what should have stood there. */
export interface JsonBreak {
  /** The index of the first character that does not belong; the text's length when it ends too early. */
  readonly at: number
  readonly line: number
  readonly column: number
  readonly expected: JsonExpectation
}

export type JsonExpectation =
  | 'value'
  | 'string-end'
  | 'escape'
  | 'key'
  | 'colon'
  | 'comma-or-brace'
  | 'comma-or-bracket'
  | 'number'
  | 'end'

/** Where this text breaks as JSON (RFC 8259); null when it does not. Engines say it each in their own way, or not. */
export function findJsonBreak(text: string): JsonBreak | null {
  try {
    const end = skipBlanks(text, readValue(text, skipBlanks(text, 0), 0))
    if (end < text.length) throw new Broken(end, 'end')
    return null
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    const before = text.slice(0, error.at)
    const lineFrom = before.lastIndexOf('\n') + 1
    return {
      at: error.at,
      line: before.split('\n').length,
      column: error.at - lineFrom + 1,
      expected: error.expected,
    }
  }
}

class Broken extends Error {
  readonly at: number
  readonly expected: JsonExpectation

  constructor(at: number, expected: JsonExpectation) {
    super(expected)
    this.at = at
    this.expected = expected
  }
}

/** Deeper than any real body; a stack has an end. */
const depthMax = 500

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at += 1
  return at
}

/** Each reader answers where what it has read ends. */
function readValue(text: string, at: number, depth: number): number {
  if (depth > depthMax) throw new Broken(at, 'value')
  const first = text.charAt(at)
  if (first === '{') return readObject(text, at + 1, depth + 1)
  if (first === '[') return readArray(text, at + 1, depth + 1)
  if (first === '"') return readString(text, at)
  for (const word of ['true', 'false', 'null']) if (text.startsWith(word, at)) return at + word.length
  if (first === '-' || /\d/.test(first)) return readNumber(text, at)
  throw new Broken(at, 'value')
}

function readObject(text: string, from: number, depth: number): number {
  let at = skipBlanks(text, from)
  if (text.charAt(at) === '}') return at + 1
  for (;;) {
    if (text.charAt(at) !== '"') throw new Broken(at, 'key')
    at = skipBlanks(text, readString(text, at))
    if (text.charAt(at) !== ':') throw new Broken(at, 'colon')
    at = skipBlanks(text, readValue(text, skipBlanks(text, at + 1), depth))
    if (text.charAt(at) === '}') return at + 1
    if (text.charAt(at) !== ',') throw new Broken(at, 'comma-or-brace')
    at = skipBlanks(text, at + 1)
  }
}

function readArray(text: string, from: number, depth: number): number {
  let at = skipBlanks(text, from)
  if (text.charAt(at) === ']') return at + 1
  for (;;) {
    at = skipBlanks(text, readValue(text, at, depth))
    if (text.charAt(at) === ']') return at + 1
    if (text.charAt(at) !== ',') throw new Broken(at, 'comma-or-bracket')
    at = skipBlanks(text, at + 1)
  }
}

function readString(text: string, from: number): number {
  let at = from + 1
  for (;;) {
    const letter = text.charAt(at)
    if (letter === '' || letter < ' ') throw new Broken(at, 'string-end')
    if (letter === '"') return at + 1
    if (letter === '\\') {
      const escape = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(text.slice(at, at + 6))
      if (escape === null) throw new Broken(at + 1, 'escape')
      at += escape[0].length
    } else at += 1
  }
}

function readNumber(text: string, from: number): number {
  const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/.exec(text.slice(from, from + 400))
  if (number === null) throw new Broken(from + 1, 'number')
  return from + number[0].length
}
