import assert from 'node:assert/strict'
import { createHistory, type History } from './history.ts'
import { createKindTable, type KindTable } from './kind-table.ts'
import { createFreezer } from './plain-json.ts'
import type {
  Numbered,
  Records,
  Schema,
  Snapshot,
  StorageOptions,
  StoredRecord,
  Synchronous,
  Transaction,
} from './port.ts'

/** What a transaction left behind. */
export interface Commit<E> {
  /** The records it put or deleted; one may be named more than once. */
  readonly touched: readonly { readonly kind: string; readonly id: string }[]
  readonly events: readonly Numbered<E>[]
}

/**
 * Everything that is kept, in memory, and changed by one synchronous transaction at a time. It is the whole of the
 * memory engine and the readable side of every engine that writes elsewhere.
 */
export interface WorkingSet<R extends Records, E> {
  /** Asserts that no transaction is running: one inside another would not be atomic on its own. */
  assertIdle(): void
  /** Runs the work; when it throws, all it did is undone and the error goes on. */
  run<T>(work: (tx: Transaction<R, E>) => Synchronous<T>): { readonly result: T; readonly commit: Commit<E> }
  /** The record as it stands, whatever its kind; `undefined` when there is none. */
  record(kind: string, id: string): StoredRecord | undefined
  /** Takes over a record that was kept before. A kind that the schema no longer knows asserts. */
  load(kind: string, record: StoredRecord): void
  readonly history: History<E>
  /** Everything as it stands; null when there is more than that. */
  snapshot(itemsMax: number): Snapshot<R, E> | null
  /** Everything as it stood, in place of what is there. A kind that the schema does not know asserts, and all stays. */
  restore(snapshot: Snapshot<R, E>): Commit<E>
  clear(): void
}

type Tables<R extends Records> = { readonly [K in keyof R]: KindTable<R[K]> }

interface Touch {
  readonly kind: string
  readonly id: string
  readonly undo: () => void
}

/** Builds an empty working set. With `freeze`, records and events are frozen deep and must be plain JSON. */
export function createWorkingSet<R extends Records, E>(options: StorageOptions<R, E>): WorkingSet<R, E> {
  const tables = createTables(options.schema, assertRunning)
  const history = createHistory<E>(options)
  const freeze = options.freeze === true ? createFreezer() : () => {}
  let isRunning = false
  let touched: Touch[] = []

  function table<K extends keyof R & string>(kind: K): KindTable<R[K]> {
    const found = tables[kind]
    assert(found, `there is no kind ${kind}`)
    return found
  }

  function assertRunning(): void {
    assert(isRunning, 'a transaction was used after it had ended')
  }

  function replace<K extends keyof R & string>(kind: K, id: string, record: R[K] | undefined): void {
    assertRunning()
    const kindTable = table(kind)
    if (kindTable.get(id) === record) return
    const previous = kindTable.replace(id, record)
    touched.push({ kind, id, undo: () => void kindTable.replace(id, previous) })
  }

  const tx: Transaction<R, E> = {
    get(kind, id) {
      assertRunning()
      return table(kind).get(id)
    },
    find(kind, index, value) {
      assertRunning()
      return table(kind).find(index, value)
    },
    all(kind) {
      assertRunning()
      return table(kind).all()
    },
    lanes(kind, order, group) {
      assertRunning()
      return table(kind).order(order).lanes(group)
    },
    lane(kind, order, group, name) {
      assertRunning()
      return table(kind).order(order).lane(group, name)
    },
    count(kind) {
      assertRunning()
      return table(kind).count()
    },
    put(kind, record) {
      const id = table(kind).idOf(record)
      freeze(record, `${kind} ${id}`)
      replace(kind, id, record)
    },
    delete: (kind, id) => replace(kind, id, undefined),
    append(event, cause = null) {
      assertRunning()
      const numbered = history.stage(event, cause)
      freeze(numbered, `event ${numbered.number}`)
      return numbered.number
    },
    history(query) {
      assertRunning()
      return history.read(query)
    },
  }

  function undo(): void {
    for (const touch of touched.toReversed()) touch.undo()
    history.unstage()
  }

  function load(kind: string, record: StoredRecord): string {
    const kindTable: KindTable<StoredRecord> | undefined = tables[kind]
    assert(kindTable, `there is no kind ${kind}`)
    freeze(record, kind)
    const id = kindTable.idOf(record)
    kindTable.replace(id, record)
    return id
  }

  function clear(): void {
    for (const kindTable of Object.values(tables)) kindTable.clear()
    history.clear()
  }

  return {
    assertIdle: () => assert(!isRunning, 'a transaction was begun inside another'),
    run<T>(work: (tx: Transaction<R, E>) => Synchronous<T>) {
      isRunning = true
      touched = []
      try {
        const result = work(tx)
        assert(!(result instanceof Promise), 'the work of a transaction returned a promise')
        // The type that forbids promises is, for everything else, the type itself.
        return { result: result as T, commit: { touched, events: history.commit() } }
      } catch (error) {
        undo()
        throw error
      } finally {
        isRunning = false
      }
    },
    record: (kind, id) => table(kind).get(id),
    load: (kind, record) => void load(kind, record),
    history,
    snapshot(itemsMax) {
      const events = history.read({})
      const counts = Object.values(tables).map((kindTable) => kindTable.count())
      if (counts.reduce((sum, count) => sum + count, events.length) > itemsMax) return null
      const records = Object.entries(tables).map(([kind, kindTable]) => [kind, kindTable.all()])
      // `Object.entries` forgets which kind goes with which type.
      return { records: Object.fromEntries(records) as Snapshot<R, E>['records'], events }
    },
    restore({ records, events }) {
      for (const [kind, all] of Object.entries(records)) {
        table(kind)
        for (const record of all) freeze(record, kind)
      }
      clear()
      const restored: { kind: string; id: string }[] = []
      for (const [kind, all] of Object.entries(records)) {
        for (const record of all) restored.push({ kind, id: load(kind, record) })
      }
      for (const event of events) history.load(event)
      return { touched: restored, events }
    },
    clear,
  }
}

function createTables<R extends Records>(schema: Schema<R>, assertUsable: () => void): Tables<R> {
  const tables = Object.entries(schema).map(([kind, kindSchema]) => [
    kind,
    createKindTable(kind, kindSchema, assertUsable),
  ])
  // `Object.entries` forgets which kind goes with which type; the keys are the schema's own.
  return Object.fromEntries(tables) as Tables<R>
}
