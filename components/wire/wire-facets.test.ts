import { expect, test } from 'vitest'
import { eventRow, exchange } from './traffic-samples.ts'
import { facetsOf } from './wire-facets.ts'
import { filterRows } from './wire-query-match.ts'
import { parseQuery } from './wire-query.ts'

const rows = [
  exchange(1),
  exchange(2, { status: 404, actor: 'agent', method: 'GET', serviceId: '369-0123456789' }),
  exchange(3, { status: 404, isPinned: true, comment: 'Why?' }),
  exchange(4, { kind: 'push', method: 'PUSH', status: null, actor: 'server', serviceId: null }),
  eventRow(5),
]

test('each value stands with how many rows have it, the most frequent first', () => {
  expect(Object.fromEntries(facetsOf(rows).map(({ field, values }) => [field, values]))).toEqual({
    kind: [
      { value: 'rest', count: 3 },
      { value: 'push', count: 1 },
      { value: 'event', count: 1 },
    ],
    actor: [
      { value: 'customer', count: 2 },
      { value: 'agent', count: 1 },
      { value: 'server', count: 1 },
      { value: 'queue', count: 1 },
    ],
    status: [
      { value: '4xx', count: 2 },
      { value: '2xx', count: 1 },
    ],
    is: [
      { value: 'error', count: 2 },
      { value: 'pinned', count: 1 },
      { value: 'noted', count: 1 },
    ],
    method: [
      { value: 'POST', count: 2 },
      { value: 'GET', count: 1 },
    ],
    session: [
      { value: '369-a', count: 4 },
      { value: '456789', count: 2 },
    ],
  })
})

test('asked for, each value finds as many rows as it says', () => {
  for (const { field, values } of facetsOf(rows))
    for (const { value, count } of values)
      expect(filterRows(rows, parseQuery(`${field}:${value}`), new Map())).toHaveLength(count)
})

test('without rows there is nothing to choose from', () => {
  expect(facetsOf([])).toEqual([])
})
