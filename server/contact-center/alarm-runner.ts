import type { Clock } from '../runtime/clock.ts'
import { createHeap } from '../runtime/heap.ts'
import { isBefore } from './alarm.ts'
import type { Alarm } from './alarm.ts'

/** Lets alarms go off: one wake of the clock at a time, for the earliest. */
export interface AlarmRunner {
  /** Told of alarms that have been set. */
  note(alarms: readonly Alarm[]): void
  /** Told of alarms that are called off; without it they would go off and do nothing. */
  drop(ordinals: readonly number[]): void
  /** Begins: what is overdue goes off, in order, before this resolves. */
  open(alarms: readonly Alarm[]): Promise<void>
  /** The earliest that still stands. */
  earliest(stands: (alarm: Alarm) => boolean): Alarm | null
  /** Forgets every alarm. */
  clear(): void
  /** Stops; resolves when what is going off has gone off. */
  close(): Promise<void>
}

/** Builds a runner that has no alarms and lets none go off before `open`. Mistakes of `act` go to `onError`. */
export function createAlarmRunner(options: {
  clock: Clock
  /** Acts on an alarm that still stands, else does nothing. */
  act: (alarm: Alarm) => Promise<void>
  onError: (error: unknown) => void
}): AlarmRunner {
  const { clock, act, onError } = options
  // It may hold alarms that no longer stand: whoever acts on one looks it up.
  const heap = createHeap<Alarm>(isBefore)
  /** Of those, the ones that are known not to stand. */
  const dropped = new Set<number>()
  let isOpen = false
  let disarm = () => {}
  let armedFor = Infinity
  let last = Promise.resolve()

  function first(): Alarm | undefined {
    for (let alarm = heap.first(); alarm && dropped.delete(alarm.ordinal); alarm = heap.first())
      heap.takeFirst()
    return heap.first()
  }

  function arm() {
    const time = first()?.at ?? Infinity
    if (!isOpen || time === armedFor) return
    disarm()
    disarm = () => {}
    armedFor = time
    if (time !== Infinity) disarm = clock.at(time, wake)
  }

  function wake() {
    armedFor = Infinity
    // The one this wake was for may be gone since: no other goes off before its time.
    const isDue = (first()?.at ?? Infinity) <= clock.now()
    const alarm = isDue ? heap.takeFirst() : undefined
    // Transactions keep the order in which they are begun; nobody waits for the one before.
    if (alarm !== undefined) last = Promise.all([last, act(alarm).catch(onError)]).then(() => {})
    arm()
  }

  return {
    note(alarms) {
      for (const alarm of alarms) heap.add(alarm)
      arm()
    },
    drop(ordinals) {
      for (const ordinal of ordinals) dropped.add(ordinal)
      arm()
    },
    async open(alarms) {
      heap.clear()
      dropped.clear()
      for (const alarm of alarms) heap.add(alarm)
      for (let first = heap.first(); first && first.at <= clock.now(); first = heap.first()) {
        heap.takeFirst()
        await act(first)
      }
      isOpen = true
      arm()
    },
    earliest(stands) {
      while (true) {
        const first = heap.first()
        if (first === undefined || stands(first)) return first ?? null
        heap.takeFirst()
      }
    },
    clear() {
      heap.clear()
      dropped.clear()
      arm()
    },
    async close() {
      isOpen = false
      disarm()
      armedFor = Infinity
      await last
    },
  }
}
