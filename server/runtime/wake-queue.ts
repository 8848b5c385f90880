import type { Millis } from './clock.ts'

/** Something that was asked of a clock. */
export interface Wake {
  readonly time: Millis
  /** Counts the askings: of two wakes at the same time, the one asked for first comes first. */
  readonly sequence: number
  readonly call: () => void
  isCalledOff: boolean
}

/** The wakes that are still to come, in the order of time and then of asking. A binary heap. */
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
  const heap: Wake[] = []
  let sequence = 0

  function rise(wake: Wake): void {
    let at = heap.length
    heap.push(wake)
    while (at > 0) {
      const above = (at - 1) >>> 1
      const parent = heap[above]
      if (parent === undefined || isBefore(parent, wake)) break
      heap[at] = parent
      at = above
    }
    heap[at] = wake
  }

  function sink(wake: Wake): void {
    let at = 0
    for (;;) {
      const left = heap[2 * at + 1]
      const right = heap[2 * at + 2]
      if (left === undefined) break
      const isRight = right !== undefined && isBefore(right, left)
      const child = isRight ? right : left
      if (isBefore(wake, child)) break
      heap[at] = child
      at = 2 * at + (isRight ? 2 : 1)
    }
    heap[at] = wake
  }

  function takeTop(): Wake | undefined {
    const top = heap[0]
    const last = heap.pop()
    if (last !== undefined && heap.length > 0) sink(last)
    return top
  }

  function first(): Wake | undefined {
    while (heap[0]?.isCalledOff === true) takeTop()
    return heap[0]
  }

  return {
    add(time, call) {
      const wake: Wake = { time, sequence, call, isCalledOff: false }
      sequence += 1
      rise(wake)
      return wake
    },
    first,
    takeFirst: () => (first() === undefined ? undefined : takeTop()),
    nextSequence: () => sequence,
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
