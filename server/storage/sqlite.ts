import { nextTurn } from '../runtime/next-turn.ts'
import { createListeners, type Announcement } from './listeners.ts'
import type { Numbered, Records, Storage, StorageOptions } from './port.ts'
import { openSqliteFile, type SqliteFile } from './sqlite-file.ts'
import { createWorkingSet, type Commit, type WorkingSet } from './working-set.ts'

/** How large the file may become: far beyond any sensible use, and short of filling a laptop's disk. */
export const sqliteBytesMax = 4 * 1024 ** 3

export interface SqliteOptions<R extends Records, E> extends StorageOptions<R, E> {
  readonly file: string
  /** `sqliteBytesMax` unless told otherwise. */
  readonly bytesMax?: number
}

/** Someone who hears the outcome of a transaction only when all it may have seen is written. */
interface Waiter<E> {
  readonly announcement: Announcement<Numbered<E>>
  readonly settle: () => void
  readonly reject: (error: Error) => void
}

/**
 * The engine that survives: the working set, whose commits are written to one SQLite file, in commit order and in
 * groups, before anyone is answered and before any listener hears. Nothing that was answered is lost when the process
 * is killed. Throws a sentence when the file cannot be used, `openSqliteFile` says when.
 */
export function openSqliteStorage<R extends Records, E>(options: SqliteOptions<R, E>): Storage<R, E> {
  const workingSet = createWorkingSet(options)
  const listeners = createListeners<Numbered<E>>(options.onListenerError ?? console.error)
  const file = openSqliteFile(options.file, options.bytesMax ?? sqliteBytesMax)
  load(file, workingSet, options.historyMax)

  let waiting: Waiter<E>[] = []
  let touched = new Map<string, { kind: string; id: string }>()
  let events: Numbered<E>[] = []
  let isWiped = false
  let failure: Error | null = null
  let closing: Promise<void> | null = null

  function note(commit: Commit<E>): void {
    for (const { kind, id } of commit.touched) touched.set(`${kind}\0${id}`, { kind, id })
    for (const event of commit.events) events.push(event)
  }

  /** Whether the working set is ahead of the file. */
  function isPending(): boolean {
    return touched.size > 0 || events.length > 0 || isWiped
  }

  function wait(
    announcement: Announcement<Numbered<E>>,
    settle: () => void,
    reject: Waiter<E>['reject'],
  ): void {
    if (waiting.length === 0) setImmediate(flush)
    waiting.push({ announcement, settle, reject })
  }

  /** Whatever the file has is forgotten with the next group. */
  function wipe(): void {
    touched = new Map()
    events = []
    isWiped = true
  }

  function flush(): void {
    const group = waiting
    waiting = []
    try {
      write()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      failure = new Error(`The data file ${options.file} cannot be written: ${reason}.`, { cause: error })
      for (const waiter of group) waiter.reject(failure)
      return
    }
    for (const waiter of group) {
      listeners.announce(waiter.announcement)
      waiter.settle()
    }
  }

  function write(): void {
    const firstNumber = workingSet.history.firstNumber()
    // Whatever several commits did to a record, what it looks like now is what they left behind.
    const records = Array.from(touched.values(), ({ kind, id }) => ({
      kind,
      id,
      record: workingSet.record(kind, id),
    }))
    const kept = events.filter((event) => event.number >= firstNumber)
    file.write({ isWiped, records, events: kept, firstNumber })
    touched = new Map()
    events = []
    isWiped = false
  }

  async function settled(): Promise<void> {
    do await nextTurn()
    while (waiting.length > 0 || listeners.isBusy())
  }

  async function close(): Promise<void> {
    await settled()
    failure = new Error('The storage is closed.')
    file.release()
  }

  return {
    transaction(work) {
      workingSet.assertIdle()
      if (failure) return Promise.reject(failure)
      try {
        const { result, commit } = workingSet.run(work)
        note(commit)
        if (!isPending()) return Promise.resolve(result)
        const announcement = listeners.prepare(commit.events)
        return new Promise((resolve, reject) => wait(announcement, () => resolve(result), reject))
      } catch (error) {
        // Even a refusal tells what the work has seen.
        if (!isPending()) return Promise.reject(error)
        return new Promise((_, reject) => wait(listeners.prepare([]), () => reject(error), reject))
      }
    },
    subscribe: listeners.subscribe,
    settled,
    clear() {
      workingSet.assertIdle()
      if (failure) return Promise.reject(failure)
      workingSet.clear()
      wipe()
      return new Promise((resolve, reject) => wait(listeners.prepare([]), resolve, reject))
    },
    snapshot(itemsMax = Infinity) {
      workingSet.assertIdle()
      if (failure) return Promise.reject(failure)
      const snapshot = workingSet.snapshot(itemsMax)
      if (!isPending()) return Promise.resolve(snapshot)
      return new Promise((resolve, reject) => wait(listeners.prepare([]), () => resolve(snapshot), reject))
    },
    restore(snapshot) {
      workingSet.assertIdle()
      if (failure) return Promise.reject(failure)
      try {
        const commit = workingSet.restore(snapshot)
        // One group, so one transaction of the file: it has all of it, or what was there before.
        wipe()
        note(commit)
      } catch (error) {
        return Promise.reject(error)
      }
      return new Promise((resolve, reject) => wait(listeners.prepare([]), resolve, reject))
    },
    health: () => failure?.message ?? 'ok',
    close: () => (closing ??= close()),
  }
}

function load<R extends Records, E>(
  file: SqliteFile,
  workingSet: WorkingSet<R, E>,
  historyMax: number,
): void {
  // What was written came through `put` and `append`: it has the shape they demand.
  file.eachRecord((kind, record) => workingSet.load(kind, record as object))
  file.eachEvent(historyMax, (event) => workingSet.history.load(event as Numbered<E>))
}
