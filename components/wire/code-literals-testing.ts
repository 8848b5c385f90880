/** Code with its string literals read: what each of them says, and the code with `§` in the place of each. */
interface ReadCode {
  readonly literals: readonly string[]
  readonly skeleton: string
}

type Language = 'kotlin' | 'swift'

const sameEscapes = { t: '\t', n: '\n', r: '\r', '"': '"', "'": "'", '\\': '\\' }

const escapes: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  kotlin: { ...sameEscapes, b: '\b', $: '$' },
  swift: { ...sameEscapes, '0': '\0' },
}

const codePoint: Readonly<Record<Language, RegExp>> = {
  kotlin: /u([\da-fA-F]{4})/y,
  swift: /u\{([\da-fA-F]{1,8})\}/y,
}

/**
 * Reads the string literals of code for tests, as the language's own grammar has them (kotlinlang.org/spec, section
 * "String literals"; docs.swift.org, "Lexical structure"): there is no compiler here. Throws at what would not compile, or
 * would be filled in at run time.
 */
export function readLiterals(code: string, language: Language): ReadCode {
  const literals: string[] = []
  let skeleton = ''
  let at = 0
  const fail = (why: string): never => {
    throw new Error(`${why} at ${at}: ${code.slice(Math.max(0, at - 20), at + 20)}`)
  }
  const readEscape = (): string => {
    at += 1
    const plain = escapes[language][code.charAt(at)]
    if (plain !== undefined) {
      at += 1
      return plain
    }
    const pattern = codePoint[language]
    pattern.lastIndex = at
    const hex = pattern.exec(code)?.[1] ?? fail('No such escape')
    at = pattern.lastIndex
    return language === 'kotlin'
      ? String.fromCharCode(Number.parseInt(hex, 16))
      : String.fromCodePoint(Number.parseInt(hex, 16))
  }
  const readLiteral = (): string => {
    if (code.startsWith('"""', at)) fail('A literal of several lines')
    let text = ''
    at += 1
    while (code.charAt(at) !== '"') {
      if (at >= code.length || /[\n\r\u2028\u2029]/.test(code.charAt(at))) fail('The literal does not end')
      if (language === 'kotlin' && /\$[\p{L}_{`]/uy.test(code.slice(at, at + 3))) fail('A template')
      if (code.charAt(at) === '\\') text += readEscape()
      else {
        text += code.charAt(at)
        at += 1
      }
    }
    at += 1
    return text
  }
  while (at < code.length) {
    if (code.charAt(at) === '"') {
      literals.push(readLiteral())
      skeleton += '§'
    } else {
      skeleton += code.charAt(at)
      at += 1
    }
  }
  return { literals, skeleton }
}
