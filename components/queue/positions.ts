import type { QueueJson } from '../../server/tester/contract.ts'

export type QueueEntry = QueueJson['entries'][number]

/** How many rows are drawn; a queue may hold thousands. */
export const positionsDrawnMax = 200

/**
 * The rows to draw: the first ones in line, and whoever is one of `ours` wherever they stand. `hidden` counts the
 * rest.
 */
export function positionsToDraw(
  entries: readonly QueueEntry[],
  ours: ReadonlySet<string>,
): { drawn: readonly QueueEntry[]; hidden: number } {
  const drawn = entries.filter(({ serviceId }, index) => index < positionsDrawnMax || ours.has(serviceId))
  return { drawn, hidden: entries.length - drawn.length }
}
