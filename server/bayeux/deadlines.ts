import type { Clock, Millis } from '../runtime/clock.ts'

/** How finely deadlines are told apart: they fire up to this much late, never early. */
const slotLength: Millis = 100

/** Something with at most one deadline. The slot is kept in it, so that moving a deadline allocates nothing. */
export interface Due {
  /** The slot its deadline stands in; null without one. */
  slot: number | null
}

/** Thousands of deadlines that move all the time, on one timer of the clock. `due` is called once per deadline. */
export function createDeadlines<T extends Due>(clock: Clock, due: (entry: T) => void) {
  const slots = new Map<number, Set<T>>()
  let next: { readonly slot: number; readonly cancel: () => void } | null = null

  function clear(entry: T): void {
    if (entry.slot === null) return
    const slot = slots.get(entry.slot)
    slot?.delete(entry)
    if (slot?.size === 0) slots.delete(entry.slot)
    entry.slot = null
    if (slots.size > 0) return
    next?.cancel()
    next = null
  }

  function wakeFor(slot: number): void {
    if (next !== null && next.slot <= slot) return
    next?.cancel()
    next = { slot, cancel: clock.at(slot * slotLength, wake) }
  }

  function wake(): void {
    next = null
    const present = Math.floor(clock.now() / slotLength)
    for (const slot of [...slots.keys()].filter((slot) => slot <= present).sort((a, b) => a - b)) {
      const entries = slots.get(slot)
      slots.delete(slot)
      for (const entry of entries ?? []) {
        // Whoever was handled before may have moved or cleared this one.
        if (entry.slot !== slot) continue
        entry.slot = null
        due(entry)
      }
    }
    if (slots.size > 0) wakeFor(Math.min(...slots.keys()))
  }

  /** Sets or moves the deadline. */
  function set(entry: T, time: Millis): void {
    const slot = Math.ceil(time / slotLength)
    if (entry.slot === slot) return
    // Put before it is taken away: the clock's timer stays where it is.
    const former = entry.slot
    const entries = slots.get(slot)
    if (entries === undefined) slots.set(slot, new Set([entry]))
    else entries.add(entry)
    if (former !== null) clear(entry)
    entry.slot = slot
    wakeFor(slot)
  }

  return {
    set,
    /**
     * Sees to it that `due` is called at this time or before, and lets an earlier deadline stand: for those that move
     * away with each message, and ask again when they are called.
     */
    setAtLatest(entry: T, time: Millis): void {
      if (entry.slot === null || entry.slot > Math.ceil(time / slotLength)) set(entry, time)
    },
    clear,
  }
}
