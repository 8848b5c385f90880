/**
 * How things are kept. Two halves: change atomically, and hear what was committed. Every engine passes
 * `storage.contract.ts`.
 */

/** What a kind of record must be able to do: be copied as JSON. Records are never changed in place, only put anew. */
export type StoredRecord = object

/** The kinds of records, by name. */
export type Records = Record<string, StoredRecord>

/** What an index finds a record by. `undefined`: the record is not in that index. */
export type IndexValue = string | number | boolean | undefined

/** An order that is kept: which group and lane a record is in, and what comes before what in a lane. */
export interface OrderSchema<T> {
  /** `undefined`: the record is not in this order. */
  readonly group: (record: T) => string | undefined
  readonly lane: (record: T) => string
  /** Looks at the two records alone, and never changes its mind. Records that are equal come by id. */
  readonly compare: (one: T, other: T) => number
}

/** How one kind is kept: what identifies a record, by what else it can be found, and in which orders. */
export interface KindSchema<T> {
  readonly id: (record: T) => string
  readonly indexes: { readonly [index: string]: (record: T) => IndexValue }
  readonly orders?: { readonly [order: string]: OrderSchema<T> }
}

/** Records in order. Whatever is asked costs no more than a logarithm; use it in its transaction only. */
export interface Lane<T> {
  readonly name: string
  size(): number
  first(): T | undefined
  last(): T | undefined
  /** How many records at the front are such; whoever asks knows that no other one is. */
  countWhile(isSuch: (record: T) => boolean): number
  /** The records in order, from an index on. The lane must not change meanwhile. */
  walk(from?: number): Iterable<T>
}

export type Schema<R extends Records> = { readonly [K in keyof R]: KindSchema<R[K]> }

/** An event as it was committed: its place in the history, and the number of the event that led to it. */
export type Numbered<E> = E & { readonly number: number; readonly cause: number | null }

/** A promise may not leave a transaction: whoever waits in the middle of one has already lost atomicity. */
export type Synchronous<T> =
  T extends PromiseLike<unknown> ? 'a transaction is synchronous: do not await in it' : T

export interface Transaction<R extends Records, E> {
  get<K extends keyof R & string>(kind: K, id: string): R[K] | undefined
  /** Every record whose index has this value, in no particular order: whoever cares about order sorts. */
  find<K extends keyof R & string>(kind: K, index: string, value: string | number | boolean): R[K][]
  all<K extends keyof R & string>(kind: K): R[K][]
  /** The lanes of this group that are not empty, in no particular order. */
  lanes<K extends keyof R & string>(kind: K, order: string, group: string): readonly Lane<R[K]>[]
  /** One of them; `undefined` when it is empty. */
  lane<K extends keyof R & string>(
    kind: K,
    order: string,
    group: string,
    name: string,
  ): Lane<R[K]> | undefined
  count<K extends keyof R & string>(kind: K): number
  put<K extends keyof R & string>(kind: K, record: R[K]): void
  delete<K extends keyof R & string>(kind: K, id: string): void
  /** Appends to the history; returns the event's number, which later events may name as their cause. */
  append(event: E, cause?: number | null): number
  /** The history that is still kept, oldest first: of one subject, or of all; after a number; at most so many. */
  history(query: { subject?: string; after?: number; limit?: number }): Numbered<E>[]
}

/** Everything that was kept at one moment: every record, by kind, and the history, as far as it was still kept. */
export interface Snapshot<R extends Records, E> {
  readonly records: { readonly [K in keyof R]: readonly R[K][] }
  readonly events: readonly Numbered<E>[]
}

export interface Storage<R extends Records, E> {
  /**
   * Runs `work` atomically: either all of its changes and events are kept, or, when it throws, none. Resolves when
   * they are durable. It may run again after a conflict, so it touches nothing but `tx`.
   */
  transaction<T>(work: (tx: Transaction<R, E>) => Synchronous<T>): Promise<T>
  /** Every event that is committed from now on, numbered, in commit order. A listener that throws hurts nobody else. */
  subscribe(listener: (event: Numbered<E>) => void): () => void
  /** Resolves when nothing that was begun is still on its way to the listeners. */
  settled(): Promise<void>
  /** Forgets everything: records, history, numbers. */
  clear(): Promise<void>
  /**
   * Everything as it is when this is called, durable when it resolves. Records are shared, not copied. Null when there
   * are more records and events than `itemsMax`.
   */
  snapshot(itemsMax?: number): Promise<Snapshot<R, E> | null>
  /** Puts everything back as it was, in place of what is there, all or nothing. Listeners hear nothing of it. */
  restore(snapshot: Snapshot<R, E>): Promise<void>
  /** `ok`, or a sentence that says why nothing can be kept any more. */
  health(): 'ok' | string
  close(): Promise<void>
}

/** What every engine is opened with. */
export interface StorageOptions<R extends Records, E> {
  readonly schema: Schema<R>
  /** What an event is about, so that the history of one thing can be read. */
  readonly subjectOf: (event: E) => string | undefined
  /** How many events are kept; the oldest go first. */
  readonly historyMax: number
  /** Freezes what is put and appended, and asserts that it is plain JSON. For tests; costs time. */
  readonly freeze?: boolean
  /** Told what a listener threw; without it, the console is. */
  readonly onListenerError?: (error: unknown) => void
}
