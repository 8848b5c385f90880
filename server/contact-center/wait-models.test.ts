import { expect, test } from 'vitest'
import { defaultLimits } from './limits.ts'
import type { EwtModel, EwtSetting } from './queue.ts'
import { parametersOf, validateSetting, waitModels } from './wait-models.ts'

const models = waitModels(defaultLimits)

test('[WE1] each model is explained, and each parameter has a range', () => {
  expect(models.map(({ name }) => name)).toEqual([
    'unavailable',
    'fixed',
    'computed',
    'queue-length',
    'queue-length-abandonment',
    'moving-average',
    'exponential-smoothing',
    'last-to-enter-service',
    'head-of-line',
  ])
  for (const { formula, explanation, parameters } of models) {
    expect(formula).not.toBe('')
    expect(explanation).toMatch(/\.$/)
    for (const { min, max, meaning } of parameters) {
      expect(min).toBeLessThan(max)
      expect(meaning).toMatch(/\.$/)
    }
  }
})

test('[WE13] what is not set has its default', () => {
  expect(parametersOf(models, { model: 'moving-average' })).toEqual({ samples: 20 })
  expect(parametersOf(models, { model: 'moving-average', samples: 5 })).toEqual({ samples: 5 })
  expect(parametersOf(models, { model: 'fixed', seconds: 30 })).toEqual({ seconds: 30 })
  expect(parametersOf(models, { model: 'head-of-line' })).toEqual({})
})

test.each<[EwtSetting, string[]]>([
  [{ model: 'magic' as EwtModel }, [`A model is one of ${models.map(({ name }) => name).join(', ')}.`]],
  [{ model: 'fixed' }, ['The model fixed needs seconds.']],
  [{ model: 'fixed', seconds: -1 }, ['The seconds of fixed are a whole number from 0 to 86400.']],
  [{ model: 'fixed', seconds: 0.5 }, ['The seconds of fixed are a whole number from 0 to 86400.']],
  [{ model: 'fixed', seconds: NaN }, ['The seconds of fixed are a whole number from 0 to 86400.']],
  [{ model: 'queue-length', samples: 0 }, ['The samples of queue-length are a whole number from 1 to 100.']],
  [
    { model: 'moving-average', samples: 101 },
    ['The samples of moving-average are a whole number from 1 to 100.'],
  ],
  [
    { model: 'exponential-smoothing', weight: -0.1 },
    ['The weight of exponential-smoothing is a number from 0 to 0.99.'],
  ],
  [
    { model: 'head-of-line', samples: 3, weight: 0.5 },
    ['The model head-of-line takes no samples.', 'The model head-of-line takes no weight.'],
  ],
])('[WE13] %j is refused', (setting, messages) => {
  expect(validateSetting(models, setting).map(({ message }) => message)).toEqual(messages)
})

test.each<EwtSetting>([
  { model: 'fixed', seconds: 0 },
  { model: 'fixed', seconds: 86_400 },
  { model: 'computed', samples: 100 },
  { model: 'exponential-smoothing', weight: 0 },
  { model: 'exponential-smoothing', weight: 0.99 },
])('[WE13] %j is taken', (setting) => {
  expect(validateSetting(models, setting)).toEqual([])
})
