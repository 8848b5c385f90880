/**
 * The acknowledgement extension: every connect reply closes a batch, and the client's next connect says which batch it
 * has seen last. Until then a batch is kept.
 */
export interface Batch<T> {
  /** Numbers only grow, across transports and sockets. */
  readonly number: number
  readonly items: readonly T[]
}

export const itemsOf = <T>(batches: readonly Batch<T>[]): readonly T[] =>
  batches.flatMap(({ items }) => items)

/**
 * The client has seen every batch up to `seen`. Answers what that acknowledges, and what has to be sent again, in
 * order, before anything newer. Whatever is no number acknowledges nothing.
 */
export function acknowledge<T>(batches: readonly Batch<T>[], seen: unknown) {
  const isSeen = ({ number }: Batch<T>) => typeof seen === 'number' && number <= seen
  const again = batches.filter((batch) => !isSeen(batch))
  return { acknowledged: itemsOf(batches.filter(isSeen)), again: itemsOf(again) }
}
