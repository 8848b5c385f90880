import { expect, test } from 'vitest'
import type { GeneratorJson } from '../../server/tester/contract.ts'
import { measuredPerHour, plannedPerHour } from './generator-rate.ts'

const generator = (changes: Partial<GeneratorJson>) =>
  ({ running: true, startedAt: '2026-01-01T09:00:00Z', arrivedSinceStart: 12, ...changes }) as GeneratorJson
const at = (time: string) => Date.parse(`2026-01-01T${time}Z`)

test('the rate that came about is that since the start, and none at first', () => {
  expect(measuredPerHour(generator({}), at('09:06:00'))).toBe(120)
  expect(measuredPerHour(generator({}), at('09:00:20'))).toBeNull()
  expect(measuredPerHour(generator({ running: false }), at('09:06:00'))).toBeNull()
})

test('the rate that a law brings', () => {
  const planned = (arrivals: GeneratorJson['arrivals']) =>
    plannedPerHour(generator({ arrivals }), at('09:00:00'))
  expect(planned({ law: 'poisson', perHour: 12 })).toBe(12)
  expect(planned({ law: 'burst', count: 10, everySeconds: 600 })).toBe(60)
  expect(planned({ law: 'profile', perHour: Array.from({ length: 24 }, (_, hour) => hour) })).toBe(9)
  expect(planned({ law: 'replay', arrivals: [{ afterSeconds: 0 }] })).toBeNull()
})
