import { expect, test } from 'vitest'
import { defaultLimits } from '../limits.ts'
import { checkAuto, defaultAutoProfile } from './automatic-agent.ts'
import type { AutoProfile } from './automatic-agent.ts'
import { arrivalLimits } from './arrival-law.ts'
import type { Distribution, Patience } from './distribution.ts'
import { durationSecondsMax } from './distribution.ts'
import { checkGenerator } from './generator-check.ts'
import type { GeneratorId, GeneratorSettings } from './generator.ts'

const none: Distribution = { distribution: 'fixed', seconds: 0 }

const right: GeneratorSettings = {
  service: 'chat-delay',
  queue: null,
  seed: 1,
  arrivals: { law: 'poisson', perHour: 60 },
  customersMax: null,
  patience: none,
  handle: none,
  confirmation: { late: 0, never: 0, delay: none },
  chatDelay: none,
  lines: [],
  lineInterval: none,
}

const fixed = (seconds: number): Distribution => ({ distribution: 'fixed', seconds })
const exponential = (meanSeconds: number): Distribution => ({ distribution: 'exponential', meanSeconds })
const deviating = (deviationSeconds: number): Patience => ({
  distribution: 'log-normal',
  meanSeconds: 1,
  deviationSeconds,
})
const { perHourMin, perHourMax, burstMax, everySecondsMin } = arrivalLimits
const day = (perHour: number) => [perHour, ...Array.from({ length: 23 }, () => 1)]

type Row = readonly [
  field: string,
  low: number,
  high: number,
  step: number,
  change: (value: number) => Partial<GeneratorSettings>,
]

/** Every number of a generator: its least and its largest value, and how far beyond them it is refused. */
const numbers: readonly Row[] = [
  ['seed', 0, 2_147_483_647, 1, (seed) => ({ seed })],
  ['customersMax', 1, 100_000_000, 1, (customersMax) => ({ customersMax })],
  [
    'arrivals.perHour',
    perHourMin,
    perHourMax,
    0.001,
    (perHour) => ({ arrivals: { law: 'poisson', perHour } }),
  ],
  ['arrivals.count', 1, burstMax, 1, (count) => ({ arrivals: { law: 'burst', count, everySeconds: 60 } })],
  [
    'arrivals.everySeconds',
    everySecondsMin,
    durationSecondsMax,
    0.001,
    (everySeconds) => ({ arrivals: { law: 'burst', count: 1, everySeconds } }),
  ],
  [
    'arrivals.perHour.0',
    0,
    perHourMax,
    0.001,
    (first) => ({ arrivals: { law: 'profile', perHour: day(first) } }),
  ],
  ['patience.seconds', 0, durationSecondsMax, 0.001, (seconds) => ({ patience: fixed(seconds) })],
  ['patience.meanSeconds', 0, durationSecondsMax, 0.001, (mean) => ({ patience: exponential(mean) })],
  ['patience.deviationSeconds', 0, durationSecondsMax, 0.001, (by) => ({ patience: deviating(by) })],
  ['handle.seconds', 0, durationSecondsMax, 0.001, (seconds) => ({ handle: fixed(seconds) })],
  ['chatDelay.seconds', 0, durationSecondsMax, 0.001, (seconds) => ({ chatDelay: fixed(seconds) })],
  ['lineInterval.seconds', 0, durationSecondsMax, 0.001, (seconds) => ({ lineInterval: fixed(seconds) })],
  ['confirmation.late', 0, 1, 0.001, (late) => ({ confirmation: { ...right.confirmation, late } })],
  ['confirmation.never', 0, 1, 0.001, (never) => ({ confirmation: { ...right.confirmation, never } })],
  [
    'confirmation.delay.seconds',
    0,
    durationSecondsMax,
    0.001,
    (seconds) => ({ confirmation: { ...right.confirmation, delay: fixed(seconds) } }),
  ],
]

const faults = (settings: Partial<GeneratorSettings>) =>
  checkGenerator('one' as GeneratorId, { ...right, ...settings }, defaultLimits)

test.each(numbers)('[LG13] %s is from %d to %d, and what is not is refused with a sentence', (...row) => {
  const [field, low, high, step, change] = row
  for (const value of [low, high]) expect(faults(change(value)), `${value}`).toEqual([])
  for (const value of [low - step, high + step, Number.NaN]) {
    const fault = faults(change(value)).find((each) => each.field === field)
    expect(fault?.message, `${value}`).toMatch(/^This is a (whole )?number from [\d.]+ to [\d.]+\.$/)
  }
})

test.each(['answerDelay', 'talk', 'lineInterval', 'wrapUp'] as const)(
  '[LG13] %s of an automatic agent is a length of time with a range',
  (name) => {
    const check = (seconds: number) =>
      checkAuto('auto', { ...defaultAutoProfile, [name]: fixed(seconds) } as AutoProfile, defaultLimits)
    for (const value of [0, durationSecondsMax]) expect(check(value)).toEqual([])
    for (const value of [-0.001, durationSecondsMax + 0.001])
      expect(check(value)).toEqual([
        {
          field: `auto.${name}.seconds`,
          message: `This is a number from 0 to ${durationSecondsMax}.`,
        },
      ])
  },
)
