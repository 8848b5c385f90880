import type { Millis } from '../runtime/clock.ts'

/** How the priority of somebody in line grows with his age. */
export interface Priority {
  readonly base: number
  readonly increment: number
  readonly intervalSeconds: number
}

/** base + increment x floor(age / interval); without an interval it stays at the base. Contract 6.2 [D]. */
export function priorityAt({ base, increment, intervalSeconds }: Priority, age: Millis): number {
  if (increment === 0 || intervalSeconds === 0) return base
  return base + increment * Math.floor(age / (intervalSeconds * 1000))
}
