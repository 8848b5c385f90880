import assert from 'node:assert/strict'

/** Items in an order, of which the first, the place of one, and a stretch are found without looking at the rest. */
export interface SortedList<T> {
  size(): number
  first(): T | undefined
  last(): T | undefined
  /** How many items at the front are such; whoever asks knows that no other one is. */
  countWhile(isSuch: (item: T) => boolean): number
  /** The items in order, from an index on. The list must not change meanwhile. */
  walk(from?: number): Generator<T, void, undefined>
  add(item: T): void
  /** Takes out the item that is equal in order; one that is not there asserts. */
  remove(item: T): void
  /** Puts an item in the place of the one that is equal in order; one that is not there asserts. */
  replace(item: T): void
}

/** A node holds items, or other nodes and how many items there are below. */
type Node<T> =
  | { readonly items: T[]; readonly children: null }
  | { readonly items: null; readonly children: Node<T>[]; size: number }

/** More than these in one node, and it is split; so a million items lie three nodes deep. */
const widthMax = 64

const sizeOf = <T>(node: Node<T>): number => (node.items === null ? node.size : node.items.length)

/** An empty list; of two different items `compare` never answers 0. It is a tree that counts: all costs a logarithm. */
export function createSortedList<T>(compare: (one: T, other: T) => number): SortedList<T> {
  let root: Node<T> = { items: [], children: null }
  let changes = 0

  /** The child that holds the item, or would. */
  function childOf(children: readonly Node<T>[], item: T): number {
    return Math.max(0, boundary(children.length, (index) => compare(firstOf(children[index]), item) <= 0) - 1)
  }

  function insert(node: Node<T>, item: T): Node<T> | undefined {
    if (node.items !== null) {
      const { items } = node
      const end = items[items.length - 1]
      // Whoever comes last mostly belongs there.
      if (end === undefined || compare(end, item) < 0) items.push(item)
      else items.splice(placeIn(items, item), 0, item)
      return items.length > widthMax ? { items: cut(items), children: null } : undefined
    }
    const { children } = node
    const index = childOf(children, item)
    const split = insert(at(children, index), item)
    node.size += 1
    if (split !== undefined) children.splice(index + 1, 0, split)
    if (children.length <= widthMax) return undefined
    const right = branch(cut(children))
    node.size -= right.size
    return right
  }

  const placeIn = (items: readonly T[], item: T): number =>
    boundary(items.length, (index) => compare(at(items, index), item) < 0)

  function placeOf(items: readonly T[], item: T): number {
    const index = placeIn(items, item)
    const found = items[index]
    assert(found !== undefined && compare(found, item) === 0, 'an item is not in its list')
    return index
  }

  function take(node: Node<T>, item: T): void {
    if (node.items !== null) {
      const index = placeOf(node.items, item)
      if (index === 0) node.items.shift()
      else node.items.splice(index, 1)
      return
    }
    const index = childOf(node.children, item)
    const child = at(node.children, index)
    take(child, item)
    node.size -= 1
    if (sizeOf(child) === 0) node.children.splice(index, 1)
  }

  function itemAt(index: number): T {
    let node = root
    let left = index
    while (node.items === null) {
      let next = 0
      while (left >= sizeOf(at(node.children, next))) {
        left -= sizeOf(at(node.children, next))
        next += 1
      }
      node = at(node.children, next)
    }
    return at(node.items, left)
  }

  return {
    size: () => sizeOf(root),
    first: () => (sizeOf(root) === 0 ? undefined : firstOf(root)),
    last: () => (sizeOf(root) === 0 ? undefined : itemAt(sizeOf(root) - 1)),
    countWhile(isSuch) {
      let node = root
      let before = 0
      while (node.items === null) {
        const { children } = node
        // The boundary lies in the last child that begins with such an item.
        const index = boundary(children.length, (child) => isSuch(firstOf(children[child]))) - 1
        if (index < 0) return before
        for (let left = 0; left < index; left += 1) before += sizeOf(at(children, left))
        node = at(children, index)
      }
      const { items } = node
      return before + boundary(items.length, (index) => isSuch(at(items, index)))
    },
    *walk(from = 0) {
      const begun = changes
      for (let index = from; index < sizeOf(root); index += 1) {
        yield itemAt(index)
        assert(changes === begun, 'a list was changed by whoever walks it')
      }
    },
    add(item) {
      changes += 1
      const split = insert(root, item)
      if (split !== undefined) root = branch([root, split])
    },
    remove(item) {
      changes += 1
      take(root, item)
      if (sizeOf(root) === 0) root = { items: [], children: null }
      while (root.children !== null && root.children.length === 1) root = at(root.children, 0)
    },
    replace(item) {
      let node = root
      while (node.items === null) node = at(node.children, childOf(node.children, item))
      node.items[placeOf(node.items, item)] = item
    },
  }
}

/** How many of `count` indexes come before the first that is not such. */
function boundary(count: number, isSuch: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isSuch(middle)) low = middle + 1
    else high = middle
  }
  return low
}

function branch<T>(children: Node<T>[]) {
  const size = children.reduce((sum, child) => sum + sizeOf(child), 0)
  return { items: null, children, size }
}

const cut = <T>(array: T[]): T[] => array.splice(array.length >>> 1)

function at<T>(array: readonly T[], index: number): T {
  const item = array[index]
  assert(item !== undefined)
  return item
}

function firstOf<T>(node: Node<T> | undefined): T {
  let next = node
  while (next?.items === null) next = next.children[0]
  assert(next !== undefined)
  return at(next.items, 0)
}
