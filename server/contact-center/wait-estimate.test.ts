import { describe, expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import { sayEstimate } from './estimate-words.ts'
import type { EwtModel, EwtSetting } from './queue.ts'
import { estimateWait } from './wait-estimate.ts'
import type { WaitFacts } from './wait-estimate.ts'
import {
  changeWeight,
  newWaitHistory,
  rememberHandled,
  rememberLoss,
  rememberWait,
  rememberWrapUp,
} from './wait-history.ts'
import type { WaitHistory } from './wait-history.ts'

/** A queue in which these waits and handle times were seen, in seconds. */
function history({ waits = [], handles = [] }: { waits?: number[]; handles?: number[] }): WaitHistory {
  const waited = waits.reduce((all, each) => rememberWait(all, seconds(each)), newWaitHistory())
  return handles.reduce((all, each) => rememberHandled(all, seconds(each)), waited)
}

const facts: WaitFacts = {
  position: 2,
  waitedSeconds: 0,
  places: 2,
  headWaitedSeconds: null,
  history: history({ waits: [30, 40, 62], handles: [80, 100, 90, 110] }),
}

const estimate = (setting: EwtSetting, changed: Partial<WaitFacts> = {}) =>
  estimateWait(setting, { ...facts, ...changed })

const dataDriven: EwtModel[] = [
  'computed',
  'queue-length',
  'queue-length-abandonment',
  'moving-average',
  'exponential-smoothing',
  'last-to-enter-service',
  'head-of-line',
]

test('[WE2] unavailable gives none, fixed gives its number', () => {
  expect(estimate({ model: 'unavailable' })).toEqual({
    seconds: null,
    explanation: 'the estimate is switched off',
    phrase: sayEstimate('off'),
    inputs: {},
  })
  expect(estimate({ model: 'fixed', seconds: 30 }, { places: 0 })).toEqual({
    seconds: 30,
    explanation: 'fixed at 30 s',
    phrase: sayEstimate('fixed', { seconds: 30 }),
    inputs: { seconds: 30 },
  })
})

test.each<EwtModel>(['computed', 'queue-length'])(
  '[WE3] %s is shared by the places and rounded up',
  (model) => {
    expect(estimate({ model }).seconds).toBe(95)
    expect(estimate({ model }, { position: 1 }).seconds).toBe(48)
    expect(estimate({ model }, { position: 3, places: 1 }).seconds).toBe(285)
  },
)

test('[WE4] only the last chats count, 20 unless told otherwise', () => {
  const handles = [...Array<number>(30).fill(1000), ...Array<number>(20).fill(10)]
  const one = { position: 1, places: 1, history: history({ handles }) }
  expect(estimate({ model: 'queue-length' }, one)).toMatchObject({
    seconds: 10,
    explanation: 'position 1 x 10 s mean handle time of 20 chats / 1 place = 10 s',
  })
  expect(estimate({ model: 'queue-length', samples: 50 }, one).seconds).toBe(604)
  expect(estimate({ model: 'queue-length', samples: 1 }, one).seconds).toBe(10)
})

test('[WE4] a hundred chats and waits are kept', () => {
  const many = [1_000_000, ...Array<number>(100).fill(1)]
  const kept = history({ waits: many, handles: many })
  expect([kept.waits.length, kept.handles.length]).toEqual([100, 100])
  expect(Math.max(...kept.waits, ...kept.handles)).toBe(1000)
})

test.each(dataDriven)('[WE5] %s gives none without data or agents, and says why', (model) => {
  const without = estimate({ model }, { history: newWaitHistory(), headWaitedSeconds: 7 })
  expect(without.seconds).toBeNull()
  expect(without.explanation).toMatch(/^(no chat has ended|nobody has got an agent) yet$/)
  expect(estimate({ model }, { places: 0 })).toMatchObject({
    seconds: null,
    explanation: 'no agent who matches is logged in',
  })
})

test.each<EwtModel>(['unavailable', 'fixed', ...dataDriven])(
  '[WE6] who has left the queue waits no more under %s',
  (model) => {
    expect(estimate({ model, seconds: 30 }, { position: 0, places: 0 }).seconds).toBe(0)
  },
)

test('[WE7] the explanation is the calculation', () => {
  expect(estimate({ model: 'queue-length' }).explanation).toBe(
    'position 2 x 95 s mean handle time of 4 chats / 2 places = 95 s',
  )
  const one = { position: 1, places: 1, history: history({ handles: [12.345] }) }
  expect(estimate({ model: 'queue-length' }, one).explanation).toBe(
    'position 1 x 12.35 s mean handle time of 1 chat / 1 place = 13 s',
  )
  expect(estimate({ model: 'moving-average', samples: 2 }, { waitedSeconds: 9.5 }).explanation).toBe(
    '51 s mean wait of the last 2 customers - 9.5 s waited = 42 s',
  )
  expect(estimate({ model: 'last-to-enter-service' }).explanation).toBe(
    '62 s wait of the last customer who got an agent = 62 s',
  )
  expect(estimate({ model: 'head-of-line' }, { headWaitedSeconds: 20 }).explanation).toBe(
    '20 s that the first in line has waited = 20 s',
  )
})

test('[WE8] smoothing goes a tenth of the way to each wait, unless another weight is set', () => {
  // 30; 0.9 x 30 + 0.1 x 40 = 31; 0.9 x 31 + 0.1 x 62 = 34.1
  expect(estimate({ model: 'exponential-smoothing' })).toEqual({
    seconds: 35,
    explanation: '0.9 x 31 s old estimate + 0.1 x 62 s last wait = 35 s',
    phrase: sayEstimate('all', {
      whole: sayEstimate('smoothed', { weight: 0.9, old: 31, share: 0.1, wait: 62 }),
      seconds: 35,
    }),
    inputs: { weight: 0.9, oldEstimateSeconds: 31, lastWaitSeconds: 62, waitedSeconds: 0 },
  })
  const half = changeWeight(facts.history, 0.5)
  expect(estimate({ model: 'exponential-smoothing', weight: 0.5 }, { history: half })).toMatchObject({
    seconds: 49,
    inputs: { oldEstimateSeconds: 35, lastWaitSeconds: 62 },
  })
  const first = history({ waits: [30] })
  expect(estimate({ model: 'exponential-smoothing' }, { history: first }).seconds).toBe(30)
})

describe('[WE9] what is left of a whole wait', () => {
  const whole: EwtModel[] = [
    'moving-average',
    'exponential-smoothing',
    'last-to-enter-service',
    'head-of-line',
  ]

  test.each(whole)('%s tells who has waited longer less, and never less than nothing', (model) => {
    const told = [0, 10, 20, 1000].map(
      (waitedSeconds) => estimate({ model }, { waitedSeconds, headWaitedSeconds: 50 }).seconds ?? NaN,
    )
    expect(told[1]).toBe((told[0] ?? 0) - 10)
    expect(told[2]).toBe((told[0] ?? 0) - 20)
    expect(told[3]).toBe(0)
  })

  test('the floor shows', () => {
    expect(estimate({ model: 'last-to-enter-service' }, { waitedSeconds: 70 }).explanation).toBe(
      '62 s wait of the last customer who got an agent - 70 s waited, at least 0 s',
    )
  })
})

test('[WE10] head-of-line tells who has nobody ahead what the last one had waited', () => {
  expect(estimate({ model: 'head-of-line' }, { headWaitedSeconds: 20 }).seconds).toBe(20)
  expect(estimate({ model: 'head-of-line' }, { headWaitedSeconds: null, waitedSeconds: 12 }).seconds).toBe(50)
})

describe('[WE11] queue-length-abandonment', () => {
  const model = 'queue-length-abandonment'

  test('says what queue-length says when nobody gives up', () => {
    for (const position of [1, 2, 7, 500]) {
      const expected = estimate({ model: 'queue-length' }, { position }).seconds
      expect(estimate({ model }, { position }).seconds).toBe(expected)
    }
  })

  test('counts those who leave by themselves', () => {
    // One gave up in 600 s of waiting, so the rate is 0.1 per minute; two places of 60 s serve 2 per minute.
    const left = rememberLoss(history({ handles: [60] }), seconds(600), true)
    const told = estimate({ model }, { history: left, position: 3 })
    expect(told.inputs).toEqual({
      position: 3,
      meanHandleSeconds: 60,
      chats: 1,
      places: 2,
      abandonmentsPerMinute: 0.1,
    })
    expect(told.seconds).toBe(Math.ceil(60 * (1 / 2 + 1 / 2.1 + 1 / 2.2)))
    expect(told.explanation).toBe(
      'sum over i = 0 to 2 of 1 / (2 places / 60 s mean handle time of 1 chat + i x 0.1 abandonments per minute) = 86 s',
    )
  })

  test('does not count who was taken out of the line', () => {
    const left = rememberLoss(history({ handles: [60] }), seconds(600), false)
    expect(estimate({ model }, { history: left }).inputs.abandonmentsPerMinute).toBe(0)
  })

  test('is as exact for a long line as for a short one', () => {
    const left = rememberLoss(history({ handles: [60] }), seconds(600), true)
    for (const position of [200, 201, 1000, 20_000]) {
      let sum = 0
      for (let ahead = 0; ahead < position; ahead += 1) sum += 1 / (2 / 60 + (ahead * 0.1) / 60)
      expect(estimate({ model }, { history: left, position }).seconds).toBe(Math.ceil(sum))
    }
  })
})

test('[WE12] work after a chat lengthens the handle time', () => {
  const worked = rememberWrapUp(history({ handles: [80, 100] }), seconds(20))
  expect(estimate({ model: 'queue-length' }, { history: worked }).inputs.meanHandleSeconds).toBe(100)
  expect(rememberWrapUp(newWaitHistory(), seconds(20))).toEqual(newWaitHistory())
})
