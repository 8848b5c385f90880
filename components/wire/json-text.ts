/** Strings, signs, and whatever stands between them: numbers and names. */
const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/gs

const tokensOf = (text: string): readonly string[] => text.match(token) ?? []

/** Deeper than any real body; what is deeper is no easier to read for being indented. */
const depthMax = 500

/** The text as indented JSON, each number and name as it was written; null when it is not JSON. */
export function prettyJson(text: string): string | null {
  return /^\s*[{[]/.test(text) && parsed(text) !== undefined ? indented(tokensOf(text)) : null
}

function indented(tokens: readonly string[]): string | null {
  const lines: string[] = []
  let line = ''
  let depth = 0
  let before = ''
  const breakLine = () => {
    lines.push(line)
    line = '  '.repeat(depth)
  }
  for (const one of tokens) {
    const isOpened = before === '{' || before === '['
    if (one === '}' || one === ']') {
      depth -= 1
      if (!isOpened) breakLine()
    } else if (isOpened || before === ',') breakLine()
    line += one === ':' ? ': ' : one
    if (one === '{' || one === '[') depth += 1
    if (depth > depthMax) return null
    before = one
  }
  return [...lines, line].join('\n')
}

/**
 * Whether JavaScript reads this JSON as something else than what is written there: it rounds long numbers, keeps one of
 * doubled names, and puts names that are numbers first.
 */
export function isReadOtherwise(text: string): boolean {
  const value = parsed(text)
  if (value === undefined) return false
  const again = jsonOf(value)
  if (again === null) return false
  const written = tokensOf(text)
  const read = tokensOf(again)
  return written.length !== read.length || written.some((one, index) => !meansSame(one, read[index] ?? ''))
}

/** A value that was read from JSON as JSON; null when it is nested more deeply than JavaScript can write it. */
export function jsonOf(value: unknown): string | null {
  try {
    return JSON.stringify(value)
  } catch {
    // It can read more than it can write.
    return null
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON after all, or cut off.
    return undefined
  }
}

function meansSame(one: string, other: string): boolean {
  if (one === other) return true
  if (one.startsWith('"')) return other.startsWith('"') && JSON.parse(one) === JSON.parse(other)
  const number = exactly(one)
  return number !== null && number === exactly(other)
}

/** A number in one way of writing, with all of its digits; null when it is none. */
function exactly(text: string): string | null {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text)
  if (parts === null) return null
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts
  const digits = (whole + fraction).replace(/^0+/, '')
  const short = digits.replace(/0+$/, '')
  if (short === '') return '0'
  return `${sign}${short}e${Number(exponent) - fraction.length + digits.length - short.length}`
}
