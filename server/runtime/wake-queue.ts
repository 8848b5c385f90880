import type { Millis } from './clock.ts'
import { createHeap } from './heap.ts'

/** Something that was asked of a clock. */
export interface Wake {
  readonly time: Millis
  /** Counts the askings: of two wakes at the same time, the one asked for first comes first. */
  readonly sequence: number
  readonly call: () => void
  isCalledOff: boolean
}

/** The wakes that are still to come, in the order of time and then of asking. */
export interface WakeQueue {
  add(time: Millis, call: () => void): Wake
  /** The next wake that was not called off. */
  first(): Wake | undefined
  /** Takes out the next wake. */
  takeFirst(): Wake | undefined
  /** The number that the next asking will get. */
  nextSequence(): number
}

/** Builds an empty queue. */
export function createWakeQueue(): WakeQueue {
  const heap = createHeap(isBefore)
  let sequence = 0

  function first(): Wake | undefined {
    while (heap.first()?.isCalledOff === true) heap.takeFirst()
    return heap.first()
  }

  return {
    add(time, call) {
      const wake: Wake = { time, sequence, call, isCalledOff: false }
      sequence += 1
      heap.add(wake)
      return wake
    },
    first,
    takeFirst: () => (first() === undefined ? undefined : heap.takeFirst()),
    nextSequence: () => sequence,
  }
}

/**
 * Asks for a wake, and answers how to call it off. `arm` is called whenever another wake than before is the first;
 * also when one is called off, lest a wake nobody waits for keeps the process alive.
 */
export function askForWake(queue: WakeQueue, arm: () => void, time: Millis, call: () => void): () => void {
  const wake = queue.add(time, call)
  if (queue.first() === wake) arm()
  return () => {
    const wasFirst = queue.first() === wake
    wake.isCalledOff = true
    if (wasFirst) arm()
  }
}

function isBefore(one: Wake, other: Wake): boolean {
  return one.time === other.time ? one.sequence < other.sequence : one.time < other.time
}

/** Calls every wake that is due at `now`. Those that are asked for meanwhile have to wait for the next round. */
export function callDue(queue: WakeQueue, now: Millis): void {
  const end = queue.nextSequence()
  for (let wake = queue.first(); wake && wake.time <= now && wake.sequence < end; wake = queue.first()) {
    queue.takeFirst()
    wake.call()
  }
}
