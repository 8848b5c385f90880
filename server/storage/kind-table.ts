import assert from 'node:assert/strict'
import type { IndexValue, KindSchema } from './port.ts'

/** The records of one kind, by id and by every declared index. */
export interface KindTable<T> {
  idOf(record: T): string
  get(id: string): T | undefined
  find(index: string, value: string | number | boolean): T[]
  all(): T[]
  count(): number
  /** Puts the record under its id, or removes what is there; returns what was there. */
  replace(id: string, record: T | undefined): T | undefined
  clear(): void
}

interface Index<T> {
  readonly valueOf: (record: T) => IndexValue
  readonly recordsByValue: Map<string | number | boolean, Map<string, T>>
}

/** Builds an empty table. Looking in an index that the schema does not declare is our own mistake and asserts. */
export function createKindTable<T>(kind: string, schema: KindSchema<T>): KindTable<T> {
  const records = new Map<string, T>()
  const indexes = new Map<string, Index<T>>()
  for (const [name, valueOf] of Object.entries(schema.indexes)) {
    indexes.set(name, { valueOf, recordsByValue: new Map() })
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
    count: () => records.size,
    replace(id, record) {
      const previous = records.get(id)
      if (record === undefined) records.delete(id)
      else records.set(id, record)
      for (const index of indexes.values()) reindex(index, id, previous, record)
      return previous
    },
    clear() {
      records.clear()
      for (const index of indexes.values()) index.recordsByValue.clear()
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
