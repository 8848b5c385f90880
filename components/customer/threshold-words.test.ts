import { expect, test } from 'vitest'
import type { QueuePositionAnswer } from '../../server/gms/contract.ts'
import { readThreshold } from './threshold-words.ts'

const place = (
  position: number,
  eta: number | 'n/a',
  isPassed: boolean,
  reason: string,
): QueuePositionAnswer => ({
  _position: position,
  _eta: eta,
  _total_waiting: position,
  _agent_ready_threshold_passed: isPassed,
  _agent_ready_threshold_passed_reason: reason,
})

test('a rule that did not pass names only the bounds that the customer is above', () => {
  expect(readThreshold(place(3, 48, false, 'eta  > 35 or position >5 '))).toEqual({
    kind: 'not-yet',
    eta: { value: 48, bound: 35 },
    position: null,
  })
  expect(readThreshold(place(7, 30, false, 'eta  > 35 or position >5 '))).toEqual({
    kind: 'not-yet',
    eta: null,
    position: { value: 7, bound: 5 },
  })
  expect(readThreshold(place(7, 48, false, 'eta  > 35 or position >5 '))).toMatchObject({
    eta: { bound: 35 },
    position: { bound: 5 },
  })
})

test('a rule of one band has no bound of the estimate', () => {
  expect(readThreshold(place(4, 90, false, 'position >3 '))).toEqual({
    kind: 'not-yet',
    eta: null,
    position: { value: 4, bound: 3 },
  })
  expect(readThreshold(place(2, 90, true, 'position <=3 '))).toMatchObject({ kind: 'passed', eta: null })
})

test('a rule that passed names both bounds', () => {
  expect(readThreshold(place(2, 30, true, 'eta  <= 35 and position <=5 '))).toEqual({
    kind: 'passed',
    eta: { value: 30, bound: 35 },
    position: { value: 2, bound: 5 },
  })
})

test('the words for the first, for no estimate and for who has left are known', () => {
  expect(readThreshold(place(1, 48, true, 'position 1')).kind).toBe('first')
  expect(readThreshold(place(2, 'n/a', true, 'eta n/a')).kind).toBe('no-estimate')
  expect(readThreshold(place(0, 0, true, 'left the queue')).kind).toBe('left')
})

test('words of a rule that is not known are not explained', () => {
  expect(readThreshold(place(2, 3, false, 'service closed'))).toEqual({ kind: 'other', isPassed: false })
})
