import compile from 'icu-minify/compile'
import { messagesOf } from './messages.ts'
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

const compiledTree = (tree: Tree): object =>
  Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === 'string' ? compile(value) : compiledTree(value),
    ]),
  )

/** Without the compiler's objects that have no prototype: React hands only plain ones to the browser. */
const plain = (tree: object) => JSON.parse(JSON.stringify(tree)) as Messages
