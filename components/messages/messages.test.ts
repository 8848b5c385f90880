import { describe, expect, test } from 'vitest'
import de from './de.json'
import en from './en.json'
import { chooseLocale } from './messages.ts'

interface Tree {
  readonly [key: string]: string | Tree
}

function* leaves(tree: Tree, path = ''): Generator<[string, string]> {
  for (const [key, value] of Object.entries(tree))
    if (typeof value === 'string') yield [`${path}${key}`, value]
    else yield* leaves(value, `${path}${key}.`)
}

/** The arguments and the tags of a message, in one order. A brace at an even depth opens an argument, one at an odd depth a choice. */
function partsOf(text: string): string[] {
  const parts = new Set([...text.matchAll(/<(\w+)>/g)].map(([tag]) => tag))
  let depth = 0
  for (const [index, letter] of [...text].entries()) {
    if (letter === '{' && depth % 2 === 0) parts.add(/^\w+/.exec(text.slice(index + 1))?.[0] ?? '')
    if (letter === '{') depth += 1
    if (letter === '}') depth -= 1
  }
  return [...parts].sort()
}

describe('the messages', () => {
  const english = new Map(leaves(en))
  const german = new Map(leaves(de))

  test('German has every message, and no other', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test('German takes the arguments and tags that English takes', () => {
    const different = [...english].filter(
      ([key, text]) => partsOf(text).join() !== partsOf(german.get(key) ?? '').join(),
    )
    expect(different).toEqual([])
  })

  test('what the wire says is the same in German', () => {
    const wireOf = (text: string) => [...text.matchAll(/<code>.*?<\/code>/g)].map(([code]) => code).sort()
    const different = [...english].filter(
      ([key, text]) => wireOf(text).join() !== wireOf(german.get(key) ?? '').join(),
    )
    expect(different).toEqual([])
  })

  test('no message is empty', () => {
    expect([...english, ...german].filter(([, text]) => text.trim() === '')).toEqual([])
  })
})

describe('the language of a page', () => {
  test('is the one that was chosen', () => {
    expect(chooseLocale('en-XA', 'de')).toBe('en-XA')
    expect(chooseLocale('de', 'en')).toBe('de')
  })

  test('is the first of the browser’s languages that there is, else English', () => {
    expect(chooseLocale(undefined, 'fr-FR, de-CH;q=0.8, en;q=0.5')).toBe('de')
    expect(chooseLocale('klingon', 'fr')).toBe('en')
    expect(chooseLocale(undefined, null)).toBe('en')
  })
})
