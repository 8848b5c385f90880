/** Things in an order: the first can be looked at and taken out, and many can wait at little cost. */
export interface Heap<T> {
  add(item: T): void
  first(): T | undefined
  takeFirst(): T | undefined
  clear(): void
}

/** A binary heap: among ten thousand, adding or taking costs a dozen comparisons. */
export function createHeap<T>(isBefore: (one: T, other: T) => boolean): Heap<T> {
  const items: T[] = []

  function rise(item: T): void {
    let at = items.length
    items.push(item)
    while (at > 0) {
      const above = (at - 1) >>> 1
      const parent = items[above]
      if (parent === undefined || isBefore(parent, item)) break
      items[at] = parent
      at = above
    }
    items[at] = item
  }

  function sink(item: T): void {
    let at = 0
    for (;;) {
      const left = items[2 * at + 1]
      const right = items[2 * at + 2]
      if (left === undefined) break
      const isRight = right !== undefined && isBefore(right, left)
      const child = isRight ? right : left
      if (isBefore(item, child)) break
      items[at] = child
      at = 2 * at + (isRight ? 2 : 1)
    }
    items[at] = item
  }

  return {
    add: rise,
    first: () => items[0],
    takeFirst() {
      const first = items[0]
      const last = items.pop()
      if (last !== undefined && items.length > 0) sink(last)
      return first
    },
    clear: () => items.splice(0),
  }
}
