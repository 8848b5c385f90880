/** A piece of a target as it was written, which knows where in the whole text each of its characters stood. */
export interface TargetText {
  readonly text: string
  /** Column (from 1) of each character; null when the piece is the whole text. */
  readonly columns: readonly number[] | null
  /** Column just after the piece. */
  readonly endColumn: number
}

/** The target cannot be read; never leaves `parseTarget`. */
export class TargetError extends Error {
  readonly token: string
  readonly column: number

  constructor(message: string, token: string, column: number) {
    super(message)
    this.token = token
    this.column = column
  }
}

/** The text as written, all of it. */
export function wholeText(text: string): TargetText {
  return { text, columns: null, endColumn: text.length + 1 }
}

/** The column of the character at this index; just after the piece when there is none. */
export function columnOf(piece: TargetText, index: number): number {
  if (index >= piece.text.length) return piece.endColumn
  return piece.columns?.[index] ?? index + 1
}

/** Complains about the token that begins at this index; without one, that the text ends too early. */
export function failAt(piece: TargetText, index: number, token: string, message: string): never {
  throw new TargetError(message, token, columnOf(piece, index))
}

/** The code point at this index, empty at the end. */
export function characterAt(text: string, index: number): string {
  const code = text.codePointAt(index)
  return code === undefined ? '' : String.fromCodePoint(code)
}

const nameCharacter = /^[\p{L}\p{M}\p{N} _.-]$/u

/**
 * What keeps a target from saying this name, as words that follow it: a character that no name has, or a blank at an
 * end, which would not count (TG1, TG9). Null when every target can say it.
 */
export function unsayable(name: string): string | null {
  for (const character of name) if (!nameCharacter.test(character)) return `has ${shown(character)}`
  if (name !== name.trimStart()) return 'begins with a blank'
  return name === name.trimEnd() ? null : 'ends with a blank'
}

/** The character, or its number where there is nothing to see. */
function shown(character: string): string {
  if (!/[\p{C}\p{Z}]/u.test(character)) return `“${character}”`
  const code = character.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/**
 * The name between two indexes, without the blanks around it. Names are made of letters, digits, blanks, `_`, `-`
 * and `.`; anything else is complained about where it stands, and so is a name that is not there.
 */
export function readName(piece: TargetText, from: number, to: number, noun: string): string {
  const written = piece.text.slice(from, to)
  const name = written.trim()
  if (name === '') failAt(piece, to, characterAt(piece.text, to), `Expected ${noun}.`)
  const start = from + written.indexOf(name)
  for (let index = 0; index < name.length;) {
    const character = characterAt(name, index)
    if (!nameCharacter.test(character)) {
      failAt(
        piece,
        start + index,
        character,
        `${noun} cannot contain “${character}”.`.replace(/^an? /, 'The '),
      )
    }
    index += character.length
  }
  return name
}
