import assert from 'node:assert/strict'
import type { Numbered, StorageOptions, Records } from './port.ts'

/**
 * What happened, numbered without gaps from 1. Only the last so many are kept. What a transaction appends is staged
 * until it commits.
 */
export interface History<E> {
  stage(event: E, cause: number | null): Numbered<E>
  unstage(): void
  /** Keeps what is staged, drops what is now too old, and returns what is new. */
  commit(): readonly Numbered<E>[]
  /** Takes over an event that was kept before; they come in the order of their numbers. */
  load(event: Numbered<E>): void
  read(query: { subject?: string; after?: number; limit?: number }): Numbered<E>[]
  /** The number of the oldest event that is kept; with none, the number the next one will get. */
  firstNumber(): number
  clear(): void
}

/** The numbers of one subject's events; those before `head` are forgotten already. */
interface SubjectNumbers {
  numbers: number[]
  head: number
}

/** Builds an empty history of at most `historyMax` events, a whole number from 1. */
export function createHistory<E>(
  options: Pick<StorageOptions<Records, E>, 'historyMax' | 'subjectOf'>,
): History<E> {
  const { historyMax, subjectOf } = options
  assert(Number.isInteger(historyMax) && historyMax >= 1, `historyMax must be at least 1, not ${historyMax}`)
  /** Event n lies at (n - 1) modulo historyMax. */
  const ring: Numbered<E>[] = []
  const subjects = new Map<string, SubjectNumbers>()
  let staged: Numbered<E>[] = []
  let first = 1
  let last = 0

  const slot = (number: number) => (number - 1) % historyMax

  function keep(event: Numbered<E>): void {
    if (last >= first && event.number - first >= historyMax) forgetOldest()
    last = event.number
    ring[slot(last)] = event
    const subject = subjectOf(event)
    if (subject === undefined) return
    const known = subjects.get(subject)
    if (known) known.numbers.push(last)
    else subjects.set(subject, { numbers: [last], head: 0 })
  }

  function forgetOldest(): void {
    const event = ring[slot(first)]
    first += 1
    const subject = event && subjectOf(event)
    const known = subject === undefined ? undefined : subjects.get(subject)
    if (subject === undefined || known === undefined) return
    known.head += 1
    if (known.head === known.numbers.length) subjects.delete(subject)
    else if (known.head * 2 > known.numbers.length) {
      // Half of it is dead: copying the rest costs, per event forgotten, no more than a constant.
      known.numbers = known.numbers.slice(known.head)
      known.head = 0
    }
  }

  function* keptAfter(number: number): Generator<Numbered<E>> {
    for (let next = Math.max(number + 1, first); next <= last; next += 1) {
      const event = ring[slot(next)]
      if (event) yield event
    }
  }

  function* keptOf(subject: string, after: number): Generator<Numbered<E>> {
    const known = subjects.get(subject)
    if (!known) return
    for (let at = firstAbove(known, after); at < known.numbers.length; at += 1) {
      const event = ring[slot(known.numbers[at] ?? 0)]
      if (event) yield event
    }
  }

  return {
    stage(event, cause) {
      // The spread comes last: keys added after one give every object a hidden class of its own.
      const numbered = { number: last + staged.length + 1, cause, ...event }
      staged.push(numbered)
      return numbered
    },
    unstage() {
      if (staged.length > 0) staged = []
    },
    commit() {
      if (staged.length === 0) return []
      const committed = staged
      staged = []
      for (const event of committed) keep(event)
      return committed
    },
    load(event) {
      if (last < first) first = event.number
      keep(event)
    },
    read({ subject, after = 0, limit = Infinity }) {
      const found: Numbered<E>[] = []
      // A transaction sees its own events, and no more of the old ones than would be left were it to end here.
      const floor = Math.max(after, last + staged.length - historyMax)
      const kept = subject === undefined ? keptAfter(floor) : keptOf(subject, floor)
      for (const events of [kept, staged]) {
        for (const event of events) {
          if (found.length >= limit) return found
          if (event.number <= floor) continue
          if (subject === undefined || subjectOf(event) === subject) found.push(event)
        }
      }
      return found
    },
    firstNumber: () => first,
    clear() {
      ring.length = 0
      subjects.clear()
      staged = []
      first = 1
      last = 0
    },
  }
}

/** Where the numbers above `after` begin. */
function firstAbove({ numbers, head }: SubjectNumbers, after: number): number {
  let low = head
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? Infinity) > after) high = middle
    else low = middle + 1
  }
  return low
}
