/**
 * The acknowledgement extension, one session's part of it: every connect reply closes a batch, and the client's next
 * connect says which batch it has seen last. Until then a batch is kept.
 */
export interface AckBatches<T> {
  /** The number of the batch that was closed last. */
  last: number
  /** What was sent and not acknowledged, oldest first; empty batches are not kept. */
  kept: { readonly number: number; readonly items: readonly T[] }[]
}

export function createAckBatches<T>(): AckBatches<T> {
  return { last: 0, kept: [] }
}

/** Closes a batch with these items and answers its number. Numbers only grow, across transports and sockets. */
export function closeBatch<T>(batches: AckBatches<T>, items: readonly T[]): number {
  batches.last += 1
  if (items.length > 0) batches.kept.push({ number: batches.last, items })
  return batches.last
}

/**
 * The client has seen every batch up to `seen`. Answers what that acknowledges, and what has to be sent again, in
 * order, before anything newer. No number (`undefined`) acknowledges nothing.
 */
export function acknowledge<T>(
  batches: AckBatches<T>,
  seen: number | undefined,
): { readonly acknowledged: readonly T[]; readonly again: readonly T[] } {
  const acknowledged: T[] = []
  const again: T[] = []
  for (const batch of batches.kept) {
    const target = seen !== undefined && batch.number <= seen ? acknowledged : again
    target.push(...batch.items)
  }
  batches.kept = []
  return { acknowledged, again }
}
