import type { Messages } from './translate.ts'

const letters = 'aáeéiíoóuúAÁEÉIÍOÓUÚnñcçsšzžyý'
const strange = new Map(
  [...letters].flatMap((letter, i) => (i % 2 === 0 ? [[letter, letters[i + 1] ?? letter]] : [])),
)
/** German needs about a third more room than English; what fits this fits German. */
const growth = 0.35

interface Tree {
  readonly [key: string]: string | Tree
}

/** English messages made strange: accents on the letters, a third longer, between brackets. Arguments and tags stay. */
export function pseudoMessages(messages: Messages): Messages {
  return strangeTree(messages) as unknown as Messages
}

const strangeTree = (tree: Tree): Tree =>
  Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudoText(value) : strangeTree(value),
    ]),
  )

/**
 * One message. Text stands outside braces, and inside the choices of plural and select: at every even depth. What
 * stands between `<code>` and `</code>` is the wire's, and is never translated.
 */
export function pseudoText(text: string): string {
  const wire = [...text.matchAll(/<code>.*?<\/code>/g)].map(
    ({ index, 0: { length: long } }) => [index, index + long] as const,
  )
  let depth = 0
  let at = 0
  let isTag = false
  let length = 0
  const said = [...text].map((letter) => {
    const isWire = wire.some(([from, to]) => from <= at && at < to)
    at += letter.length
    if (letter === '{') depth += 1
    if (letter === '}') depth -= 1
    if (letter === '<') isTag = true
    if (letter === '>') isTag = false
    if (depth % 2 === 1 || isTag || isWire) return letter
    length += 1
    return strange.get(letter) ?? letter
  })
  return `[${said.join('')}${'·'.repeat(Math.round(length * growth))}]`
}
