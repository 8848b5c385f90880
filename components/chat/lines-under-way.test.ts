import { expect, test } from 'vitest'
import { keptOf, withArrived, withLine, type LineUnderWay } from './lines-under-way.ts'
import { hasArrived } from './use-arrived-line.ts'

const sent = (text: string): LineUnderWay => ({ text, after: 4 })
const back = (text: string): LineUnderWay => ({ text, after: 4, isBack: true })

test('a line that is under way as the page goes is a draft of the next one, before what was typed since', () => {
  const kept = keptOf({ drafts: { a: 'second', b: 'other' }, lines: { a: sent('first'), c: sent('alone') } })
  expect(kept).toEqual({
    drafts: { a: 'first\nsecond', b: 'other', c: 'alone' },
    lines: { a: back('first'), c: back('alone') },
  })
  // And of the one after that, once.
  expect(keptOf(kept)).toEqual(kept)
})

test('a line that is answered is kept no more', () => {
  const underWay = { drafts: {}, lines: withLine({ drafts: {}, lines: {} }, 'a', sent('first')).lines }
  expect(keptOf(underWay).drafts).toEqual({ a: 'first' })
  expect(keptOf({ ...underWay, ...withLine(underWay, 'a', null) })).toEqual({ drafts: {}, lines: {} })
})

test('a line that came back and has arrived leaves its draft, and nothing that was typed since goes with it', () => {
  const left = (draft: string) =>
    withArrived({ drafts: { a: draft, b: 'other' }, lines: { a: back('first') } }, 'a')
  expect(left('first')).toEqual({ drafts: { b: 'other' }, lines: {} })
  expect(left('first\nsecond').drafts).toEqual({ a: 'second', b: 'other' })
  expect(left('first thing').drafts).toEqual({ a: 'first thing', b: 'other' })
  expect(left('something else').drafts).toEqual({ a: 'something else', b: 'other' })
  // Told of it once more, or of one that is sent anew, it takes nothing.
  const drafts = { a: 'second' }
  expect(withArrived({ drafts, lines: {} }, 'a')).toEqual({ drafts, lines: {} })
  expect(withArrived({ drafts, lines: { a: sent('first') } }, 'a')).toEqual({
    drafts,
    lines: { a: sent('first') },
  })
})

test('the same words said before are not the line that is under way', () => {
  expect(hasArrived(sent('ok'), [{ index: 4, text: 'ok' }])).toBe(false)
  expect(hasArrived(sent('ok'), [{ index: 5, text: 'ok' }])).toBe(true)
  expect(hasArrived(sent('one\ntwo'), [{ index: 5, text: 'one\r\ntwo' }])).toBe(true)
})
