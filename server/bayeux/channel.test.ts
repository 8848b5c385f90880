import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isChannel, isPattern, patternsOf } from './channel.ts'

describe('channels', () => {
  test.each(['/a', '/a/b', '/_genesys', '/service/chatV2/x', '/a.b/c d', '/a-b_!~()$@/#+{}'])(
    '[BX8] %s is a channel',
    (text) => {
      expect(isChannel(text)).toBe(true)
      expect(isPattern(text)).toBe(true)
    },
  )

  test.each(['', '/', 'a', 'a/b', '/a/', '//a', '/a//b', '/a/*/b', '/**/b', '/a*', '/a/***', '/ä', '/a\n'])(
    '[BX8] %j is neither a channel nor a pattern',
    (text) => {
      expect(isChannel(text)).toBe(false)
      expect(isPattern(text)).toBe(false)
    },
  )

  test.each(['/*', '/**', '/a/*', '/a/b/**'])('[BX8] %s is a pattern and no channel', (text) => {
    expect(isChannel(text)).toBe(false)
    expect(isPattern(text)).toBe(true)
  })

  test('[BX8] patterns cover exactly the channels that their wildcard says', () => {
    const segments = fc.array(fc.constantFrom('a', 'b', 'ab'), { minLength: 1, maxLength: 4 })
    const wildcard = fc.constantFrom('', '*', '**')
    fc.assert(
      fc.property(
        segments,
        fc.array(fc.constantFrom('a', 'b', 'ab'), { maxLength: 4 }),
        wildcard,
        (name, stem, end) => {
          const pattern = `/${[...stem, ...(end === '' ? [] : [end])].join('/')}`
          if (pattern === '/') return
          expect(patternsOf(`/${name.join('/')}`).includes(pattern)).toBe(covers(stem, end, name))
        },
      ),
      { numRuns: 2000 },
    )
  })
})

/** The same, said the slow way. */
function covers(stem: readonly string[], end: string, name: readonly string[]): boolean {
  if (!stem.every((segment, index) => name[index] === segment)) return false
  const more = name.length - stem.length
  return end === '' ? more === 0 : end === '*' ? more === 1 : more >= 1
}
