import {
  array,
  assert,
  asyncProperty,
  boolean,
  constant,
  constantFrom,
  integer,
  oneof,
  record,
  string,
  type Arbitrary,
} from 'fast-check'
import { expect, test } from 'vitest'
import type { Lane, Snapshot, Transaction } from './port.ts'
import {
  testOptions,
  type StoragePlace,
  type TestEvent,
  type TestRecords,
  type TestStorage,
  type Ticket,
} from './storage-place.contract.ts'

type Change =
  | { readonly type: 'put'; readonly record: Ticket }
  | { readonly type: 'delete'; readonly id: string }
  | { readonly type: 'append'; readonly event: TestEvent }

interface Work {
  readonly changes: readonly Change[]
  readonly isRefused: boolean
}

type Step =
  | { readonly type: 'together'; readonly works: readonly Work[] }
  | { readonly type: 'clear' | 'reopen' | 'snapshot' | 'restore' }

/** Small, so that the oldest events often have to go. */
const historyMax = 4
const ticketIds = ['a', 'b', 'c', 'd']
const queues = ['billing', 'loans']
const lanes = ['red', 'blue']

const ticketId = constantFrom(...ticketIds)
const change: Arbitrary<Change> = oneof(
  record({
    type: constant('put' as const),
    record: record(
      {
        id: ticketId,
        rank: integer({ min: 0, max: 2 }),
        queue: constantFrom(...queues),
        tags: constantFrom(...lanes.map((lane) => [lane])),
      },
      { requiredKeys: ['id', 'rank'] },
    ),
  }),
  record({ type: constant('delete' as const), id: ticketId }),
  record({
    type: constant('append' as const),
    event: record({ type: string(), of: ticketId }, { requiredKeys: ['type'] }),
  }),
)
const work: Arbitrary<Work> = record({
  changes: array(change, { maxLength: 6 }),
  isRefused: boolean(),
})
const together = record({
  type: constant('together' as const),
  works: array(work, { minLength: 1, maxLength: 3 }),
})
const lifecycle = record({
  type: constantFrom('clear' as const, 'reopen' as const, 'snapshot' as const, 'restore' as const),
})
const steps = array(oneof({ weight: 6, arbitrary: together }, { weight: 2, arbitrary: lifecycle }), {
  maxLength: 12,
})

type ModelEvent = TestEvent & { readonly number: number; readonly cause: null }

/** A snapshot, and what the model held then. */
interface Kept {
  readonly snapshot: Snapshot<TestRecords, TestEvent>
  readonly tickets: readonly (readonly [string, Ticket])[]
  readonly events: readonly ModelEvent[]
}

/** What the storage should hold: no indexes, no undo, nothing clever. */
interface Model {
  tickets: Map<string, Ticket>
  events: ModelEvent[]
  /** The numbers that one listener should have heard. */
  readonly heard: number[]
}

/** Registers the test that compares an engine with the model: ST23. */
export function registerStorageModel(name: string, makePlace: () => StoragePlace): void {
  test(`[ST23] ${name}: any sequence leaves what a naive model has`, async () => {
    await assert(
      asyncProperty(steps, async (sequence) => {
        await followSteps(makePlace(), sequence)
      }),
      { numRuns: 150 },
    )
  })
}

async function followSteps(place: StoragePlace, sequence: readonly Step[]): Promise<void> {
  const model: Model = { tickets: new Map(), events: [], heard: [] }
  const heard: number[] = []
  const open = () => {
    const opened = place.open({ ...testOptions, historyMax })
    opened.subscribe((event) => heard.push(event.number))
    return opened
  }
  let storage = open()
  let kept: Kept | null = null
  for (const step of sequence) {
    if (step.type === 'together') {
      await Promise.allSettled(step.works.map((one) => storage.transaction((tx) => carryOut(tx, one))))
      for (const one of step.works) carryOutInModel(model, one)
    } else if (step.type === 'clear') {
      await storage.clear()
      model.tickets.clear()
      model.events.length = 0
    } else if (step.type === 'snapshot') {
      const snapshot = await storage.snapshot()
      if (snapshot !== null) kept = { snapshot, tickets: [...model.tickets], events: [...model.events] }
    } else if (step.type === 'restore') {
      if (kept === null) continue
      await storage.restore(kept.snapshot)
      model.tickets = new Map(kept.tickets)
      model.events = [...kept.events]
    } else if (place.isDurable) {
      await storage.close()
      storage = open()
    }
    expect(await observe(storage)).toEqual(observeModel(model))
  }
  await storage.close()
  expect(heard).toEqual(model.heard)
}

function carryOut(tx: Transaction<TestRecords, TestEvent>, { changes, isRefused }: Work): void {
  for (const one of changes) {
    if (one.type === 'put') tx.put('ticket', one.record)
    else if (one.type === 'delete') tx.delete('ticket', one.id)
    else tx.append(one.event)
  }
  if (isRefused) throw new Error('refused')
}

function carryOutInModel({ tickets, events, heard }: Model, { changes, isRefused }: Work): void {
  if (isRefused) return
  for (const one of changes) {
    if (one.type === 'put') tickets.set(one.record.id, one.record)
    else if (one.type === 'delete') tickets.delete(one.id)
    else {
      const number = (events.at(-1)?.number ?? 0) + 1
      events.push({ ...one.event, number, cause: null })
      heard.push(number)
    }
  }
}

const byId = (one: Ticket, other: Ticket) => one.id.localeCompare(other.id)

function observe(storage: TestStorage) {
  return storage.transaction((tx) => ({
    all: tx.all('ticket').sort(byId),
    count: tx.count('ticket'),
    queues: queues.map((queue) => tx.find('ticket', 'queue', queue).sort(byId)),
    ranks: [0, 1, 2].map((rank) => tx.find('ticket', 'rank', rank).sort(byId)),
    lines: queues.map((queue) => lanes.map((lane) => lookAlong(tx.lane('ticket', 'line', queue, lane)))),
    laneNames: queues.map((queue) =>
      tx
        .lanes('ticket', 'line', queue)
        .map(({ name }) => name)
        .sort(),
    ),
    history: tx.history({}),
    subjects: ticketIds.map((subject) => tx.history({ subject })),
    after: tx.history({ after: 2, limit: 2 }),
  }))
}

const lookAlong = (lane: Lane<Ticket> | undefined) => ({
  all: lane === undefined ? [] : [...lane.walk()],
  fromSecond: lane === undefined ? [] : [...lane.walk(1)],
  ends: [lane?.first(), lane?.last()],
  size: lane?.size() ?? 0,
  below: [0, 1, 2].map((rank) => lane?.countWhile((ticket) => ticket.rank < rank) ?? 0),
})

function lookAlongModel(line: readonly Ticket[]) {
  return {
    all: line,
    fromSecond: line.slice(1),
    ends: [line[0], line.at(-1)],
    size: line.length,
    below: [0, 1, 2].map((rank) => line.filter((ticket) => ticket.rank < rank).length),
  }
}

function observeModel({ tickets, events }: Model) {
  const all = [...tickets.values()].sort(byId)
  const kept = events.slice(-historyMax)
  return {
    all,
    count: all.length,
    queues: queues.map((queue) => all.filter((ticket) => ticket.queue === queue)),
    ranks: [0, 1, 2].map((rank) => all.filter((ticket) => ticket.rank === rank)),
    lines: queues.map((queue) =>
      lanes.map((lane) => {
        const line = all.filter((ticket) => ticket.queue === queue && ticket.tags?.[0] === lane)
        return lookAlongModel(line.sort((one, other) => one.rank - other.rank || byId(one, other)))
      }),
    ),
    laneNames: queues.map((queue) => {
      const names = all
        .filter((ticket) => ticket.queue === queue)
        .map((ticket) => ticket.tags?.[0] ?? 'untagged')
      return [...new Set(names)].sort()
    }),
    history: kept,
    subjects: ticketIds.map((subject) => kept.filter((event) => event.of === subject)),
    after: kept.filter((event) => event.number > 2).slice(0, 2),
  }
}
