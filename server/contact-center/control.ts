import type { SteerableClock } from '../runtime/steerable-clock.ts'
import { describeAlarm } from './alarm.ts'
import type { AlarmRunner } from './alarm-runner.ts'
import type { CentreClockView, CentreControl } from './contact-center.ts'
import { Refused } from './refusal.ts'
import type { Turn, Turns } from './turn.ts'

/** How fast and how far the centre's clock may be driven. */
export const clockLimits = { rateMin: 0.1, rateMax: 1000, advanceMax: 366 * 24 * 3_600_000 } as const

/** The centre's clock, kept so that a restart finds it as it was. `reset` is the composition's. */
export function createControl(options: {
  turns: Turns
  clock: SteerableClock
  alarms: AlarmRunner
  reset: (seed: number | null) => Promise<void>
}): CentreControl {
  const { turns, clock, alarms, reset } = options

  const keep = (): Promise<CentreClockView> =>
    turns.run((turn): CentreClockView => {
      keepClock(turn, clock)
      turn.append({ type: 'clock-changed' })
      return view(turn)
    })

  const view = (turn: Turn): CentreClockView => {
    const { isPaused, rate } = clock.setting()
    const next = alarms.earliest((alarm) => turn.tx.get('alarm', alarm.id)?.ordinal === alarm.ordinal)
    return {
      now: turn.now,
      rate,
      isPaused,
      next: next === null ? null : { at: next.at, what: describeAlarm(next.kind) },
    }
  }

  return {
    clock: () => turns.run(view),

    setPaused(isPaused) {
      if (isPaused) clock.pause()
      else clock.resume()
      return keep()
    },

    async setRate(rate) {
      const { rateMin, rateMax } = clockLimits
      if (!(rate >= rateMin && rate <= rateMax)) {
        throw new Refused('setting-invalid', `a rate is from ${rateMin} to ${rateMax}`)
      }
      clock.setRate(rate)
      return keep()
    },

    async advance(byMillis) {
      if (!(byMillis >= 0 && byMillis <= clockLimits.advanceMax)) {
        throw new Refused('setting-invalid', 'the clock advances by at most 366 days, and never back')
      }
      await clock.advance(byMillis)
      return keep()
    },

    reset,
  }
}

/** Keeps how the clock stands. Every alarm does so too: an advance may be cut off between two of them. */
export function keepClock(turn: Turn, clock: SteerableClock) {
  turn.tx.put('clock', { name: 'clock', ...clock.setting() })
}
