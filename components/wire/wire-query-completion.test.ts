import { expect, test } from 'vitest'
import { eventRow, exchange } from './traffic-samples.ts'
import { applySuggestion, completeQuery } from './wire-query-completion.ts'
import { asksFor, toggleValue, withoutPlace } from './wire-query-edit.ts'
import { fieldValues } from './wire-query.ts'
import { seenValues } from './wire-query-seen.ts'

const seen = seenValues(
  [
    exchange(1),
    exchange(2, { method: 'GET', path: '/genesys/1/phonenumber?number=1', serviceId: null, user: null }),
    exchange(3, { protocol: 'bayeux', note: '/meta/connect → /_genesys', path: '/genesys/cometd' }),
    eventRow(4),
  ],
  ['A', 'B'],
)
/** What is offered at the bar. */
const offered = (written: string) => {
  const caret = written.indexOf('|')
  return completeQuery(written.replace('|', ''), caret, seen).suggestions.map(({ insert }) => insert)
}
/** The query once the first offer is taken, with the caret in it. */
const taken = (written: string) => {
  const text = written.replace('|', '')
  const completion = completeQuery(text, written.indexOf('|'), seen)
  const [first] = completion.suggestions
  if (first === undefined) return written
  const done = applySuggestion(text, completion, first)
  return `${done.text.slice(0, done.caret)}|${done.text.slice(done.caret)}`
}

test('an empty place offers the fields, a beginning those that begin so', () => {
  expect(offered('|')).toContain('session:')
  expect(offered('is:error |')).toContain('session:')
  expect(offered('s|')).toEqual(['session:', 'status:'])
  expect(offered('-me|')).toEqual(['method:'])
  expect(offered('pus|')).toEqual(['is:push ', 'kind:push '])
})

test('a field offers its values: fixed ones, or those that were seen', () => {
  expect(offered('actor:|')).toEqual(['customer ', 'queue ', 'agent ', 'server ', 'tester '])
  expect(offered('kind:ev|')).toEqual(['event '])
  expect(offered('kind:|')).toHaveLength(fieldValues.kind.length)
  expect(offered('path:mis|')).toEqual(['offer-missed '])
  expect(offered('is:he|')).toEqual(['held ', 'heartbeat '])
  expect(offered('kind:rest,pu|')).toEqual(['push '])
  expect(offered('status:4|')).toEqual(['4xx ', '>=400 '])
  expect(offered('session:|')).toEqual(['A ', 'B ', '369-a '])
  expect(offered('chan:|')).toEqual(['/meta/connect ', '/_genesys '])
  expect(offered('path:ph|')).toEqual(['/phonenumber '])
  expect(offered('nonsense:|')).toEqual([])
  expect(offered('"is|')).toEqual([])
})

test('a chosen offer takes the place of the word, and the caret stands behind it', () => {
  expect(taken('se|')).toBe('session:|')
  expect(taken('is:hel| #41')).toBe('is:held| #41')
  expect(taken('kind:rest,pu|')).toBe('kind:rest,push |')
  expect(taken('-me|')).toBe('-method:|')
})

test('a quick filter writes into the query, and takes out what it wrote', () => {
  expect(toggleValue('', 'kind', 'rest')).toBe('kind:rest')
  expect(toggleValue('#41 kind:rest -is:held', 'kind', 'push')).toBe('#41 kind:rest,push -is:held')
  expect(toggleValue('#41 kind:rest,push x', 'kind', 'rest')).toBe('#41 kind:push x')
  expect(toggleValue('#41 kind:push x', 'kind', 'push')).toBe('#41 x')
  // What is excluded is another matter.
  expect(toggleValue('-is:held', 'is', 'held')).toBe('-is:held is:held')
  expect(asksFor('kind:rest,push', 'kind', 'push')).toBe(true)
  expect(asksFor('-kind:push', 'kind', 'push')).toBe(false)
  expect(toggleValue('status:4xx', 'status', '5xx')).toBe('status:4xx,5xx')
  expect(toggleValue('status:4xx,5xx', 'status', '4xx')).toBe('status:5xx')
  expect(toggleValue('', 'user', 'two words')).toBe('user:"two words"')
})

test('a part is taken out with the blank that parted it', () => {
  expect(withoutPlace('a b c', { from: 2, to: 3 })).toBe('a c')
  expect(withoutPlace('a', { from: 0, to: 1 })).toBe('')
})
