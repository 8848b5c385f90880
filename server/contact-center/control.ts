import type { SteerableClock } from '../runtime/steerable-clock.ts'
import { describeAlarm } from './alarm.ts'
import type { AlarmRunner } from './alarm-runner.ts'
import type { CentreClockView, CentreControl } from './contact-center.ts'
import type { Hurry } from './hurry.ts'
import type { Reset } from './reset.ts'
import { Refused } from './refusal.ts'
import type { Turn, Turns } from './turn.ts'

/** How fast and how far the centre's clock may be driven. */
export const clockLimits = { rateMin: 0.1, rateMax: 1000, advanceMax: 366 * 24 * 3_600_000 } as const

/** The centre's clock, kept so that a restart finds it as it was. */
export function createControl(options: {
  turns: Turns
  clock: SteerableClock
  alarms: AlarmRunner
  hurry: Hurry
  reset: Reset
}): CentreControl {
  const { turns, clock, alarms, hurry, reset } = options

  const keep = (): Promise<CentreClockView> =>
    turns.run((turn): CentreClockView => {
      keepClock(turn, clock, hurry)
      turn.append({ type: 'clock-changed' })
      return view(turn)
    })

  /** Whoever drives the clock himself ends its hurry. */
  const drive = async (change: () => void | Promise<void>): Promise<CentreClockView> => {
    hurry.end()
    await change()
    return keep()
  }

  const view = (turn: Turn): CentreClockView => {
    const { isPaused, rate } = clock.setting()
    const next = alarms.earliest((alarm) => turn.tx.get('alarm', alarm.id)?.ordinal === alarm.ordinal)
    return {
      now: turn.now,
      rate,
      isPaused,
      hurriesUntil: hurry.until(),
      next: next === null ? null : { at: next.at, kind: next.kind, what: describeAlarm(next.kind) },
    }
  }

  return {
    clock: () => turns.run(view),

    setPaused: (isPaused) =>
      drive(() => {
        if (isPaused) clock.pause()
        else clock.resume()
      }),

    async setRate(rate) {
      const { rateMin, rateMax } = clockLimits
      if (!(rate >= rateMin && rate <= rateMax)) {
        throw new Refused(
          'setting-invalid',
          `a rate is from ${rateMin} to ${rateMax}`,
          [],
          { rate, rateMin, rateMax },
          'AL5',
        )
      }
      return drive(() => clock.setRate(rate))
    },

    async advance(byMillis) {
      requireAdvance(byMillis)
      return drive(() => clock.advance(byMillis))
    },

    async advanceTo(at) {
      requireAdvance(Math.max(0, at - clock.now()))
      return drive(() => clock.advanceTo(at))
    },

    async hurry(byMillis) {
      requireAdvance(byMillis)
      return drive(() => hurry.begin(clock.now() + byMillis))
    },

    reset: reset.reset,
    undoReset: reset.undo,
    undoView: reset.look,
  }
}

/** Refused: `setting-invalid`. */
function requireAdvance(byMillis: number) {
  if (byMillis >= 0 && byMillis <= clockLimits.advanceMax) return
  throw new Refused(
    'setting-invalid',
    'the clock advances by at most 366 days, and never back',
    [],
    { seconds: byMillis / 1000, secondsMax: clockLimits.advanceMax / 1000 },
    'AL5',
  )
}

/** Keeps how the clock stands. Every alarm does so too: an advance may be cut off between two of them. */
export function keepClock(turn: Turn, clock: SteerableClock, hurry: Hurry) {
  turn.tx.put('clock', { name: 'clock', ...clock.setting(), hurriesUntil: hurry.until() })
}
