import { expect, test } from 'vitest'
import { queueToShow } from './queue-to-show.ts'

const queues = [{ name: 'VQ_Chat' }, { name: 'VQ_Other' }]
const shown = (name: string) => ({ queue: { name }, unknown: null })

test('the queue that was chosen goes before that of the callback, which goes before the first', () => {
  expect(queueToShow(queues, 'VQ_Chat', 'VQ_Other')).toEqual(shown('VQ_Chat'))
  expect(queueToShow(queues, null, 'VQ_Other')).toEqual(shown('VQ_Other'))
  expect(queueToShow(queues, null, null)).toEqual(shown('VQ_Chat'))
})

test('a callback whose queue is gone, or that has none, leaves the first', () => {
  expect(queueToShow(queues, null, 'VQ_Gone')).toEqual(shown('VQ_Chat'))
  expect(queueToShow(queues, null, '')).toEqual(shown('VQ_Chat'))
})

test('a chosen queue that is not there is named, and no other one is shown for it', () => {
  expect(queueToShow(queues, 'VQ_None', 'VQ_Other')).toEqual({ queue: undefined, unknown: 'VQ_None' })
  expect(queueToShow([], 'VQ_None', null)).toEqual({ queue: undefined, unknown: null })
})

test('nothing is shown before it is known which', () => {
  const nothing = { queue: undefined, unknown: null }
  expect(queueToShow(queues, null, undefined)).toEqual(nothing)
  expect(queueToShow(undefined, 'VQ_Chat', null)).toEqual(nothing)
  expect(queueToShow(undefined, null, null)).toEqual(nothing)
})
