import type { QueueJson } from '../../server/tester/contract.ts'

interface Shown<Queue> {
  queue: Queue | undefined
  /** The name of a chosen queue that is not there. */
  unknown: string | null
}

/**
 * Which queue is shown: the chosen one, else the followed one, else the first. One that was chosen and is not there is
 * named, not replaced. None while the queues are undefined, or which one is followed is.
 */
export function queueToShow<Queue extends Pick<QueueJson, 'name'>>(
  queues: readonly Queue[] | undefined,
  chosen: string | null,
  followed: string | null | undefined,
): Shown<Queue> {
  const named = (name: string | null) => queues?.find((each) => each.name === name)
  if (chosen !== null) {
    const queue = named(chosen)
    return { queue, unknown: queue || !queues?.length ? null : chosen }
  }
  if (followed === undefined) return { queue: undefined, unknown: null }
  return { queue: named(followed) ?? queues?.[0], unknown: null }
}
