import assert from 'node:assert/strict'
import { createLanes, type Lanes } from './lanes.ts'
import type { IndexValue, KindSchema } from './port.ts'

/** The records of one kind, by id, by every declared index and in every declared order. */
export interface KindTable<T> {
  idOf(record: T): string
  get(id: string): T | undefined
  find(index: string, value: string | number | boolean): T[]
  all(): T[]
  order(name: string): Lanes<T>
  count(): number
  /** Puts the record under its id, or removes what is there; returns what was there. */
  replace(id: string, record: T | undefined): T | undefined
  clear(): void
}

interface Index<T> {
  readonly valueOf: (record: T) => IndexValue
  readonly recordsByValue: Map<string | number | boolean, Map<string, T>>
}

/**
 * Builds an empty table. An index or order that the schema does not declare is our own mistake and asserts.
 * `assertUsable` is called whenever somebody looks at a lane.
 */
export function createKindTable<T>(
  kind: string,
  schema: KindSchema<T>,
  assertUsable: () => void,
): KindTable<T> {
  const records = new Map<string, T>()
  const indexes = new Map<string, Index<T>>()
  for (const [name, valueOf] of Object.entries(schema.indexes)) {
    indexes.set(name, { valueOf, recordsByValue: new Map() })
  }
  const orders = new Map<string, Lanes<T>>()
  for (const [name, order] of Object.entries(schema.orders ?? {})) {
    orders.set(name, createLanes(order, schema.id, assertUsable))
  }

  return {
    idOf: schema.id,
    get: (id) => records.get(id),
    find(name, value) {
      const index = indexes.get(name)
      assert(index, `${kind} has no index ${name}`)
      const found = index.recordsByValue.get(value)
      return found ? [...found.values()] : []
    },
    all: () => [...records.values()],
    order(name) {
      const order = orders.get(name)
      assert(order, `${kind} has no order ${name}`)
      return order
    },
    count: () => records.size,
    replace(id, record) {
      const previous = records.get(id)
      if (record === undefined) records.delete(id)
      else records.set(id, record)
      for (const index of indexes.values()) reindex(index, id, previous, record)
      for (const order of orders.values()) order.follow(previous, record)
      return previous
    },
    clear() {
      records.clear()
      for (const index of indexes.values()) index.recordsByValue.clear()
      for (const order of orders.values()) order.clear()
    },
  }
}

function reindex<T>(index: Index<T>, id: string, previous: T | undefined, record: T | undefined): void {
  const from = previous === undefined ? undefined : index.valueOf(previous)
  const to = record === undefined ? undefined : index.valueOf(record)
  if (from !== undefined && from !== to) {
    const left = index.recordsByValue.get(from)
    left?.delete(id)
    // A value nobody has any more would stay for ever: ids are values too.
    if (left?.size === 0) index.recordsByValue.delete(from)
  }
  if (record === undefined || to === undefined) return
  const joined = index.recordsByValue.get(to)
  if (joined) joined.set(id, record)
  else index.recordsByValue.set(to, new Map([[id, record]]))
}
