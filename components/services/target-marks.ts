/** A text, and in it the piece that a complaint is about. */
export interface MarkedText {
  readonly before: string
  readonly marked: string
  readonly after: string
}

/** The text around a token that begins at a column, counted from 1; an empty token marks where something is missing. */
export function markToken(text: string, token: string, column: number): MarkedText {
  const start = Math.max(0, column - 1)
  const isThere = token !== '' && text.startsWith(token, start)
  // Inside quotes a token may be written with escapes: then its first character shows the place.
  const length = isThere ? token.length : token === '' ? 0 : 1
  return {
    before: text.slice(0, start),
    marked: text.slice(start, start + length),
    after: text.slice(start + length),
  }
}
