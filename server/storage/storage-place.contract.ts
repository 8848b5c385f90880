import type { Storage, StorageOptions } from './port.ts'

export type Ticket = {
  readonly id: string
  readonly queue?: string
  readonly rank: number
  readonly tags?: readonly string[]
}
export type Note = { readonly key: string; readonly text: string }
export type TestRecords = { ticket: Ticket; note: Note }
export type TestEvent = { readonly type: string; readonly of?: string }
export type TestStorage = Storage<TestRecords, TestEvent>
export type TestOptions = StorageOptions<TestRecords, TestEvent>

/** Where one test keeps its things: what is opened from it twice, is the same place when the engine is durable. */
export interface StoragePlace {
  readonly isDurable: boolean
  open(options: TestOptions): TestStorage
}

/** Opens a storage in a place of its own, for the test that is running; it is closed when that ends. */
export type OpenStorage = (options?: Partial<TestOptions>) => TestStorage

/** Two kinds, an index and an order that some are not in, and the error reporting that fails a test. */
export const testOptions: TestOptions = {
  schema: {
    ticket: {
      id: (ticket) => ticket.id,
      indexes: { queue: (ticket) => ticket.queue, rank: (ticket) => ticket.rank },
      orders: {
        line: {
          group: (ticket) => ticket.queue,
          lane: (ticket) => ticket.tags?.[0] ?? 'untagged',
          compare: (one, other) => one.rank - other.rank,
        },
      },
    },
    note: { id: (note) => note.key, indexes: {} },
  },
  subjectOf: (event) => event.of,
  historyMax: 1000,
  freeze: true,
  onListenerError(error) {
    throw error
  },
}
