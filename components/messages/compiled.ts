import compile from 'icu-minify/compile'
import { messagesOf } from './messages.ts'
import type { Place } from './places.ts'
import type { Locale, Messages } from './translate.ts'

interface Tree {
  readonly [key: string]: string | Tree
}

const known = new Map<Locale, Messages>()

/**
 * The messages of a language as the built pages take them: compiled on the server, so that no browser loads a compiler
 * of messages. Whatever reads a message without arguments by its key reads it from `messagesOf`.
 */
export function compiledMessagesOf(locale: Locale): Messages {
  const compiled = known.get(locale) ?? plain(compiledTree(messagesOf(locale)))
  known.set(locale, compiled)
  return compiled
}

/** Those of them at these places. */
export function messagesAt(locale: Locale, places: readonly Place[]): Partial<Messages> {
  const all = compiledMessagesOf(locale) as unknown as Readonly<
    Record<string, Readonly<Record<string, object>>>
  >
  const found: Record<string, Record<string, object>> = {}
  for (const place of places) {
    const [key = '', below] = place.split('.')
    const wanted = below === undefined ? all[key] : { [below]: all[key]?.[below] ?? {} }
    found[key] = { ...found[key], ...wanted }
  }
  return found as unknown as Partial<Messages>
}

const compiledTree = (tree: Tree): object =>
  Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === 'string' ? compile(value) : compiledTree(value),
    ]),
  )

/** Without the compiler's objects that have no prototype: React hands only plain ones to the browser. */
const plain = (tree: object) => JSON.parse(JSON.stringify(tree)) as Messages
