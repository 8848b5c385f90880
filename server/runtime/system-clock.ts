import { minutes, type Clock, type Millis } from './clock.ts'
import { askForWake, callDue, createWakeQueue } from './wake-queue.ts'

/**
 * How long one timer of the platform may run. Longer ones overflow after 24 days, and do not notice that the machine
 * slept or that its clock was set.
 */
const timerMax: Millis = minutes(1)

/** The real time. A wake that throws becomes an uncaught exception and delays no other wake. */
export function createSystemClock(): Clock {
  const queue = createWakeQueue()
  let timer: NodeJS.Timeout | undefined

  function arm(): void {
    clearTimeout(timer)
    const first = queue.first()
    // Timers may fire a little before the clock reads their time; then this arms them once more.
    timer = first && setTimeout(fire, Math.min(Math.max(first.time - Date.now(), 0), timerMax))
  }

  function fire(): void {
    try {
      callDue(queue, Date.now())
    } finally {
      arm()
    }
  }

  return {
    now: () => Date.now(),
    at: (time, call) => askForWake(queue, arm, time, call),
  }
}
