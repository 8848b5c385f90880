import { expect, test } from 'vitest'
import { minutes, seconds } from '../../runtime/clock.ts'
import { createRandom } from '../../runtime/random.ts'
import { checkArrivals, nextArrival } from './arrival-law.ts'
import type { ArrivalLaw, Run } from './arrival-law.ts'

const hour = minutes(60)
/** Midnight, UTC. */
const midnight = 20_000 * 24 * hour

/** When customers come from a start on, until a time, as far as the law brings any. */
function arrivals(law: ArrivalLaw, { from = midnight, until }: { from?: number; until: number }): number[] {
  const random = createRandom(1)
  const times: number[] = []
  let run: Run = { startedAt: from, index: 0, lastAt: from }
  for (;;) {
    const at = nextArrival(law, run, random.for('arrival', run.index))
    if (at === null || at > until) return times
    times.push(at - from)
    run = { ...run, index: run.index + 1, lastAt: at }
  }
}

test('[LG1] a Poisson process has its rate, and intervals whose deviation is their mean', () => {
  const times = arrivals({ law: 'poisson', perHour: 360 }, { until: midnight + 100 * hour })
  expect(Math.abs(times.length / 36_000 - 1)).toBeLessThan(0.02)
  const gaps = times.map((at, index) => at - (times[index - 1] ?? 0))
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  const deviation = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length)
  expect(Math.abs(deviation / mean - 1)).toBeLessThan(0.03)
})

test('[LG1] a burst comes at the start and every so many seconds from then on', () => {
  const times = arrivals({ law: 'burst', count: 3, everySeconds: 60 }, { until: midnight + minutes(2) })
  expect(times).toEqual([0, 0, 0, 60_000, 60_000, 60_000, 120_000, 120_000, 120_000])
})

test('[LG1] a profile brings customers at the rate of the hour of the day', () => {
  const perHour = Array.from({ length: 24 }, (_, at) => (at === 9 ? 600 : at === 14 ? 200 : 0))
  const times = arrivals({ law: 'profile', perHour }, { until: midnight + 20 * 24 * hour })
  const came = (at: number) => times.filter((time) => Math.floor(time / hour) % 24 === at).length
  expect(Math.abs(came(9) / 12_000 - 1)).toBeLessThan(0.03)
  expect(Math.abs(came(14) / 4000 - 1)).toBeLessThan(0.06)
  expect(came(9) + came(14)).toBe(times.length)
})

test('[LG1] a recorded list comes as it was recorded, once', () => {
  const law: ArrivalLaw = {
    law: 'replay',
    arrivals: [{ afterSeconds: 0.5 }, { afterSeconds: 0.5 }, { afterSeconds: 7 }],
  }
  expect(arrivals(law, { until: midnight + hour })).toEqual([500, 500, 7000])
})

test.each<[ArrivalLaw, string, string]>([
  [{ law: 'poisson', perHour: 0 }, 'a.perHour', 'This is a number from 0.01 to 360000.'],
  [{ law: 'burst', count: 1.5, everySeconds: 1 }, 'a.count', 'This is a whole number from 1 to 1000.'],
  [{ law: 'burst', count: 1, everySeconds: 0 }, 'a.everySeconds', 'This is a number from 0.1 to 604800.'],
  [{ law: 'profile', perHour: [1, 2] }, 'a.perHour', 'A day has 24 rates, one an hour from midnight on.'],
  [
    { law: 'profile', perHour: Array<number>(24).fill(0) },
    'a.perHour',
    'One hour at least has a rate from 0.01 on.',
  ],
  [
    { law: 'profile', perHour: [...Array<number>(23).fill(1), -1] },
    'a.perHour.23',
    'This is a number from 0 to 360000.',
  ],
  [{ law: 'replay', arrivals: [] }, 'a.arrivals', 'A recorded list has 1 to 10000 arrivals.'],
  [
    { law: 'replay', arrivals: Array.from({ length: 10_001 }, () => ({ afterSeconds: 1 })) },
    'a.arrivals',
    'A recorded list has 1 to 10000 arrivals.',
  ],
  [
    { law: 'replay', arrivals: [{ afterSeconds: 2 }, { afterSeconds: 1 }] },
    'a.arrivals.1.afterSeconds',
    'The list is in the order of coming.',
  ],
  [
    { law: 'replay', arrivals: [{ afterSeconds: 2, handleSeconds: -1 }] },
    'a.arrivals.0.handleSeconds',
    'This is a number from 0 to 604800.',
  ],
])('[LG13] %j is refused by its own sentence', (law, field, message) => {
  expect(checkArrivals('a', law)).toEqual([{ field, message }])
})

test('[LG1] what falls due within one second is not put off by rounding', () => {
  const times = arrivals({ law: 'poisson', perHour: 360_000 }, { until: midnight + seconds(60) })
  expect(Math.abs(times.length / 6000 - 1)).toBeLessThan(0.05)
})
