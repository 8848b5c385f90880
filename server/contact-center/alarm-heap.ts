import { isBefore } from './alarm.ts'
import type { Alarm } from './alarm.ts'

/** The alarms that were set, earliest first. It may hold some that no longer stand: whoever acts looks them up. */
export interface AlarmHeap {
  add(alarm: Alarm): void
  first(): Alarm | undefined
  takeFirst(): Alarm | undefined
  clear(): void
}

/** A binary heap: ten thousand waiting customers cost a dozen comparisons. */
export function createAlarmHeap(): AlarmHeap {
  const heap: Alarm[] = []

  const comesBefore = (a: number, b: number): boolean => {
    const [left, right] = [heap[a], heap[b]]
    return left !== undefined && right !== undefined && isBefore(left, right)
  }
  const swap = (a: number, b: number) => {
    const [left, right] = [heap[a], heap[b]]
    if (left === undefined || right === undefined) return
    heap[a] = right
    heap[b] = left
  }

  function rise(index: number) {
    const parent = (index - 1) >> 1
    if (index === 0 || !comesBefore(index, parent)) return
    swap(index, parent)
    rise(parent)
  }

  function sink(index: number) {
    const [left, right] = [2 * index + 1, 2 * index + 2]
    const child = comesBefore(right, left) ? right : left
    if (!comesBefore(child, index)) return
    swap(child, index)
    sink(child)
  }

  return {
    add(alarm) {
      heap.push(alarm)
      rise(heap.length - 1)
    },
    first: () => heap[0],
    takeFirst() {
      const first = heap[0]
      const last = heap.pop()
      if (heap.length > 0 && last !== undefined) {
        heap[0] = last
        sink(0)
      }
      return first
    },
    clear: () => heap.splice(0),
  }
}
