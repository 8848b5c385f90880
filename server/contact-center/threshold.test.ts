import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { builtInServices } from './built-in-services.ts'
import { evaluateThreshold, lastPassingPosition, parseThresholdTable, thresholdLimits } from './threshold.ts'
import type { ThresholdTable } from './threshold.ts'

function table(text: string): ThresholdTable {
  const result = parseThresholdTable(text)
  if (!result.ok) throw new Error(result.message)
  return result.table
}

function fault(text: string): string {
  const result = parseThresholdTable(text)
  if (result.ok) throw new Error('read as a table')
  return result.message
}

const factory = table('0:10,10:5,20:2,30:1,40:0')

test('[TH1] bands go from their own number to the next one', () => {
  expect(table(' 0:6 , 35:0 ')).toEqual([
    { lower: 0, upper: 35, position: 6 },
    { lower: 35, upper: null, position: 0 },
  ])
})

test.each([
  ['', 'Pair 1, “”, is not seconds:position, as in 0:10,10:5.'],
  ['0:10,', 'Pair 2, “”, is not seconds:position, as in 0:10,10:5.'],
  ['0:10,ten:5', 'Pair 2, “ten:5”, is not seconds:position, as in 0:10,10:5.'],
  ['0:10,-5:5', 'Pair 2, “-5:5”, is not seconds:position, as in 0:10,10:5.'],
  ['0:10,10:5,10:2', 'Pair 3 does not begin above the one before it.'],
  ['0:1000001', 'Pair 1 has a number above 1000000.'],
])('[TH2] %j is refused', (text, message) => {
  expect(fault(text)).toBe(message)
})

test('[TH2] a table has at most 50 pairs', () => {
  const pairs = (count: number) => Array.from({ length: count }, (_, index) => `${index}:1`).join(',')
  expect(thresholdLimits).toEqual({ pairs: 50, number: 1_000_000 })
  expect(table(pairs(50))).toHaveLength(50)
  expect(table('0:1000000')).toHaveLength(1)
  expect(fault(pairs(51))).toBe('A table has at most 50 pairs.')
})

test('[TH2] no text makes reading throw', () => {
  const texts = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123:, ') }))
  fc.assert(
    fc.property(texts, (text) => {
      const result = parseThresholdTable(text)
      if (!result.ok) expect(result.message).not.toBe('')
    }),
  )
})

test('[TH3] the first in the queue passes whatever the table says', () => {
  expect(evaluateThreshold(table('0:0'), { position: 1, etaSeconds: 500 })).toEqual({
    isPassed: true,
    reason: 'position 1',
  })
  expect(evaluateThreshold(factory, { position: 1, etaSeconds: null }).reason).toBe('position 1')
})

test('[TH4] without an estimate everybody passes', () => {
  expect(evaluateThreshold(factory, { position: 200, etaSeconds: null })).toEqual({
    isPassed: true,
    reason: 'eta n/a',
  })
})

test.each([
  [0, 'eta  <= 10 and position <=9 '],
  [10, 'eta  <= 10 and position <=9 '],
  [11, 'eta  <= 20 and position <=4 '],
  [20, 'eta  <= 20 and position <=4 '],
])('[TH5] estimate %i falls into the band that ends at or above it', (etaSeconds, reason) => {
  expect(evaluateThreshold(factory, { position: 2, etaSeconds })).toEqual({ isPassed: true, reason })
})

test('[TH5] the first band holds everything below its own bound', () => {
  expect(evaluateThreshold(table('5:3,10:0'), { position: 2, etaSeconds: 0 }).isPassed).toBe(true)
  expect(evaluateThreshold(table('5:3,10:0'), { position: 2, etaSeconds: 5 }).isPassed).toBe(true)
})

test.each([
  [4, true, 'eta  <= 20 and position <=4 '],
  [5, false, 'eta  > 20 or position >4 '],
])('[TH6] at position %i of a band that ends before 5, passing is %s', (position, isPassed, reason) => {
  expect(evaluateThreshold(factory, { position, etaSeconds: 15 })).toEqual({ isPassed, reason })
})

test.each(['0:6,35:0', '0:0', '0:1', '0:10,10:5,20:2,30:1,40:0', '0:2,10:7'])(
  '[TH6] behind the last passing position of %s no estimate passes, and at it one does',
  (text) => {
    const last = lastPassingPosition(table(text))
    const passesAt = (position: number) =>
      Array.from({ length: 60 }, (_, etaSeconds) =>
        evaluateThreshold(table(text), { position, etaSeconds }),
      ).some(({ isPassed }) => isPassed)
    expect([passesAt(last), passesAt(last + 1), passesAt(last + 100)]).toEqual([true, false, false])
  },
)

test('[TH7] who does not pass is told the bounds that would have applied', () => {
  expect(evaluateThreshold(factory, { position: 2, etaSeconds: 30 }).reason).toBe('eta  > 30 or position >1 ')
  expect(evaluateThreshold(factory, { position: 2, etaSeconds: 50 })).toEqual({
    isPassed: false,
    reason: 'eta  > 40 or position >0 ',
  })
})

test('[TH8] the last band names its lower bound when it passes', () => {
  expect(evaluateThreshold(table('0:10,10:5'), { position: 2, etaSeconds: 50 })).toEqual({
    isPassed: true,
    reason: 'eta  > 10 and position <=4 ',
  })
})

test('[TH8] a table of one pair names the position only', () => {
  expect(evaluateThreshold(table('0:6'), { position: 5, etaSeconds: 50 })).toEqual({
    isPassed: true,
    reason: 'position <=5 ',
  })
  expect(evaluateThreshold(table('0:6'), { position: 6, etaSeconds: 50 })).toEqual({
    isPassed: false,
    reason: 'position >5 ',
  })
})

test('[TH9] who has left the queue has passed', () => {
  const passed = { isPassed: true, reason: 'left the queue' }
  expect(evaluateThreshold(factory, { position: 0, etaSeconds: 0 })).toEqual(passed)
  expect(evaluateThreshold(null, { position: 0, etaSeconds: 0 })).toEqual(passed)
})

test.each([1, 2, 50])('[TH10] without a table position %i passes without an estimate', (position) => {
  const passed = { isPassed: true, reason: 'eta n/a' }
  expect(evaluateThreshold(null, { position, etaSeconds: 300 })).toEqual(passed)
})

test('[TH11] the table of chat-delay yields the reason of the scenario', () => {
  const text = builtInServices.find((service) => service.name === 'chat-delay')?.overrides[
    '_eta_pos_threshold'
  ]
  expect(evaluateThreshold(table(text ?? ''), { position: 2, etaSeconds: 30 })).toEqual({
    isPassed: true,
    reason: 'eta  <= 35 and position <=5 ',
  })
})
