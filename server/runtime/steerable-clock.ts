import assert from 'node:assert/strict'
import type { Clock, Millis } from './clock.ts'
import { askForWake, callDue, createWakeQueue } from './wake-queue.ts'

/** How a clock goes: all it takes to go on from here after a restart. */
export interface ClockSetting {
  readonly isPaused: boolean
  /** How many of its milliseconds pass in one of the base clock's. */
  readonly rate: number
  /** What this clock read … */
  readonly at: Millis
  /** … when the base clock read this. */
  readonly baseAt: Millis
}

/** A clock that can be paused, sped up and moved on. It never runs backwards, except by `jumpTo`. */
export interface SteerableClock extends Clock {
  setting(): ClockSetting
  pause(): void
  resume(): void
  /** The rate is finite and above 0; anything else is our own mistake and asserts. */
  setRate(rate: number): void
  /**
   * Moves on by so many milliseconds, paused or running. Calls one wake after the other, the clock reading that
   * wake's time, and lets everything become quiet in between. Advances asked for meanwhile follow each other. Rejects
   * with what a wake throws, and stops there.
   */
  advance(by: Millis): Promise<void>
  /** The same up to this time; not at all when it is past. */
  advanceTo(at: Millis): Promise<void>
  /** Goes on as this setting says; an advance that is under way ends. */
  jumpTo(setting: ClockSetting): void
  /** When the next wake is due; null when none is asked for. */
  next(): Millis | null
}

/**
 * Builds a clock that is driven by another one. `quiet` resolves when nothing that a wake set off is still under way.
 * Without `start` it reads what the base clock reads and runs along with it.
 */
export function createSteerableClock(options: {
  base: Clock
  start?: ClockSetting
  quiet: () => Promise<void>
}): SteerableClock {
  const { base, quiet } = options
  const queue = createWakeQueue()
  let setting: ClockSetting = options.start ?? {
    isPaused: false,
    rate: 1,
    at: base.now(),
    baseAt: base.now(),
  }
  let latest = -Infinity
  /** What it reads while an advance is under way. */
  let held: { at: Millis } | null = null
  let lastAdvance = Promise.resolve()
  let disarm = () => {}

  function now(): Millis {
    const { isPaused, rate, at, baseAt } = setting
    const reading = held?.at ?? (isPaused ? at : Math.floor(at + (base.now() - baseAt) * rate))
    // The base clock may be set back; this one then waits for it.
    latest = Math.max(latest, reading)
    return latest
  }

  function arm(): void {
    disarm()
    const first = queue.first()
    if (first === undefined || held !== null) return
    if (first.time <= now()) disarm = base.at(base.now(), fire)
    else if (!setting.isPaused) {
      const due = Math.ceil(setting.baseAt + (first.time - setting.at) / setting.rate)
      disarm = base.at(Math.max(due, base.now() + 1), fire)
    }
  }

  function fire(): void {
    if (held !== null) return
    try {
      callDue(queue, now())
    } finally {
      arm()
    }
  }

  function change(to: { isPaused?: boolean; rate?: number }): void {
    setting = { ...setting, ...to, at: now(), baseAt: base.now() }
    arm()
  }

  async function advanceNow(target: Millis): Promise<void> {
    const hold = { at: now() }
    held = hold
    disarm()
    try {
      for (;;) {
        await quiet()
        const wake = queue.first()
        if (held !== hold || wake === undefined || wake.time > target) break
        queue.takeFirst()
        hold.at = Math.max(hold.at, wake.time)
        wake.call()
      }
      hold.at = target
    } finally {
      // A jump has taken the clock out of this advance's hands.
      if (held === hold) {
        const at = now()
        held = null
        setting = { ...setting, at, baseAt: base.now() }
        arm()
      }
    }
  }

  /** The target is known when the advances before it have ended. */
  function advanceNext(target: () => Millis): Promise<void> {
    const advance = lastAdvance.then(() => advanceNow(target()))
    lastAdvance = advance.catch(() => {})
    return advance
  }

  return {
    now,
    at: (time, call) => askForWake(queue, arm, time, call),
    setting: () => ({ ...setting, at: now(), baseAt: base.now() }),
    pause: () => change({ isPaused: true }),
    resume: () => change({ isPaused: false }),
    setRate(rate) {
      assert(Number.isFinite(rate) && rate > 0, `a clock cannot go at the rate ${rate}`)
      change({ rate })
    },
    advance(by) {
      assert(Number.isFinite(by) && by >= 0, `a clock cannot advance by ${by} ms`)
      return advanceNext(() => now() + by)
    },
    advanceTo(at) {
      assert(Number.isFinite(at), `a clock cannot advance to ${at}`)
      return advanceNext(() => Math.max(at, now()))
    },
    jumpTo(to) {
      assert(Number.isFinite(to.rate) && to.rate > 0, `a clock cannot go at the rate ${to.rate}`)
      held = null
      latest = -Infinity
      setting = to
      arm()
    },
    next: () => queue.first()?.time ?? null,
  }
}
