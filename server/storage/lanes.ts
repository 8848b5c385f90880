import assert from 'node:assert/strict'
import type { KindSchema, Lane, OrderSchema } from './port.ts'
import { createSortedList, type SortedList } from './sorted-list.ts'

/** The records of one kind in one order: by group and lane, and within a lane sorted. */
export interface Lanes<T> {
  /** The lanes of a group that are not empty, in no particular order. */
  lanes(group: string): readonly Lane<T>[]
  lane(group: string, name: string): Lane<T> | undefined
  /** What was `previous` is `record` now; `undefined` is not there. */
  follow(previous: T | undefined, record: T | undefined): void
  clear(): void
}

interface KeptLane<T> {
  readonly list: SortedList<T>
  readonly view: Lane<T>
}

/** No lanes yet. `assertUsable` is called whenever somebody looks at one. */
export function createLanes<T>(
  { group: groupOf, lane: laneOf, compare }: OrderSchema<T>,
  idOf: KindSchema<T>['id'],
  assertUsable: () => void,
): Lanes<T> {
  const groups = new Map<string, Map<string, KeptLane<T>>>()
  const none: readonly Lane<T>[] = []

  function compareAll(one: T, other: T): number {
    const order = compare(one, other)
    if (order !== 0 || one === other) return order
    const [oneId, otherId] = [idOf(one), idOf(other)]
    if (oneId === otherId) return 0
    return oneId < otherId ? -1 : 1
  }

  function create(name: string): KeptLane<T> {
    const list = createSortedList(compareAll)
    const guarded =
      <A extends unknown[], B>(look: (...args: A) => B) =>
      (...args: A): B => {
        assertUsable()
        return look(...args)
      }
    return {
      list,
      view: {
        name,
        size: guarded(list.size),
        first: guarded(list.first),
        last: guarded(list.last),
        countWhile: guarded(list.countWhile),
        walk: guarded(list.walk),
      },
    }
  }

  function laneFor(group: string, name: string): KeptLane<T> {
    let lanes = groups.get(group)
    if (lanes === undefined) groups.set(group, (lanes = new Map()))
    let lane = lanes.get(name)
    if (lane === undefined) lanes.set(name, (lane = create(name)))
    return lane
  }

  function leave(group: string, name: string, record: T): void {
    const lanes = groups.get(group)
    const lane = lanes?.get(name)
    assert(lanes && lane, 'a record was in no lane')
    lane.list.remove(record)
    if (lane.list.size() > 0) return
    lanes.delete(name)
    if (lanes.size === 0) groups.delete(group)
  }

  return {
    lanes(group) {
      const lanes = groups.get(group)
      return lanes === undefined ? none : Array.from(lanes.values(), ({ view }) => view)
    },
    lane: (group, name) => groups.get(group)?.get(name)?.view,
    follow(previous, record) {
      const from = previous === undefined ? undefined : groupOf(previous)
      const to = record === undefined ? undefined : groupOf(record)
      const fromLane = from === undefined || previous === undefined ? undefined : laneOf(previous)
      const toLane = to === undefined || record === undefined ? undefined : laneOf(record)
      if (previous !== undefined && record !== undefined && from === to && fromLane === toLane) {
        if (to === undefined || toLane === undefined) return
        if (compareAll(previous, record) === 0) {
          laneFor(to, toLane).list.replace(record)
          return
        }
      }
      if (previous !== undefined && from !== undefined && fromLane !== undefined) {
        leave(from, fromLane, previous)
      }
      if (record !== undefined && to !== undefined && toLane !== undefined) {
        laneFor(to, toLane).list.add(record)
      }
    },
    clear: () => groups.clear(),
  }
}
