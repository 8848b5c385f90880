import { expect, test } from 'vitest'
import { createRandom } from '../../runtime/random.ts'
import { checkPatience, drawMillis } from './distribution.ts'
import type { Distribution } from './distribution.ts'

const draws = 40_000

/** Mean and standard deviation, in seconds, of many draws, each with a chance of its own. */
function sample(distribution: Distribution) {
  const random = createRandom(3)
  const drawn = Array.from(
    { length: draws },
    (_, key) => drawMillis(distribution, random.for('sample', key)) / 1000,
  )
  const mean = drawn.reduce((sum, each) => sum + each, 0) / draws
  const deviation = Math.sqrt(drawn.reduce((sum, each) => sum + (each - mean) ** 2, 0) / draws)
  const share = (atMost: number) => drawn.filter((each) => each <= atMost).length / draws
  return { mean, deviation, share }
}

test('[LG4] a fixed length is that length', () => {
  expect(sample({ distribution: 'fixed', seconds: 2.5 })).toMatchObject({ mean: 2.5, deviation: 0 })
})

test('[LG4] an exponential length has its mean, and the distribution function of an exponential', () => {
  const { mean, deviation, share } = sample({ distribution: 'exponential', meanSeconds: 60 })
  expect(Math.abs(mean / 60 - 1)).toBeLessThan(0.02)
  expect(Math.abs(deviation / 60 - 1)).toBeLessThan(0.03)
  for (const at of [6, 60, 180]) expect(Math.abs(share(at) - (1 - Math.exp(-at / 60)))).toBeLessThan(0.01)
})

test('[LG4] a log-normal length has the mean and deviation that were asked for', () => {
  const { mean, deviation, share } = sample({
    distribution: 'log-normal',
    meanSeconds: 200,
    deviationSeconds: 100,
  })
  expect(Math.abs(mean / 200 - 1)).toBeLessThan(0.02)
  expect(Math.abs(deviation / 100 - 1)).toBeLessThan(0.05)
  // Its median is the mean over the root of 1 + (deviation / mean)².
  expect(Math.abs(share(200 / Math.sqrt(1.25)) - 0.5)).toBeLessThan(0.01)
})

test.each([
  { distribution: 'exponential', meanSeconds: 0 },
  { distribution: 'fixed', seconds: 0 },
] as const)('[LG4] no time at all can be asked for: $distribution', (distribution) => {
  expect(sample(distribution)).toMatchObject({ mean: 0, deviation: 0 })
})

test('[LG13] every number of a distribution has its own detail', () => {
  const wrong = { distribution: 'log-normal', meanSeconds: -1, deviationSeconds: Number.NaN } as const
  expect(checkPatience('handle', wrong)).toEqual([
    { field: 'handle.meanSeconds', message: 'This is a number from 0 to 604800.' },
    { field: 'handle.deviationSeconds', message: 'This is a number from 0 to 604800.' },
  ])
  expect(checkPatience('patience', { distribution: 'infinite' })).toEqual([])
})
