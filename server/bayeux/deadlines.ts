import type { Clock, Millis } from '../runtime/clock.ts'

/** How finely deadlines are told apart: they fire up to this much late, never early. */
const slotLength: Millis = 100

/** Something with at most one deadline. The slot is kept in it, so that moving a deadline allocates nothing. */
export interface Due {
  /** The slot its deadline stands in; null without one. */
  slot: number | null
}

/** Thousands of deadlines that move all the time, on a few timers of the clock. `due` is called once per deadline. */
export function createDeadlines<T extends Due>(clock: Clock, due: (entry: T) => void) {
  const slots = new Map<number, { readonly entries: Set<T>; readonly callOff: () => void }>()

  function open(number: number) {
    const entries = new Set<T>()
    const callOff = clock.at(number * slotLength, () => {
      slots.delete(number)
      for (const entry of entries) {
        // Whoever was handled before may have moved or cleared this one.
        if (entry.slot !== number) continue
        entry.slot = null
        due(entry)
      }
    })
    const slot = { entries, callOff }
    slots.set(number, slot)
    return slot
  }

  function clear(entry: T): void {
    const slot = entry.slot === null ? undefined : slots.get(entry.slot)
    slot?.entries.delete(entry)
    if (entry.slot !== null && slot?.entries.size === 0) {
      slot.callOff()
      slots.delete(entry.slot)
    }
    entry.slot = null
  }

  return {
    /**
     * Sees to it that `due` is called at this time or before, and lets an earlier deadline stand: for those that move
     * away with each message, and ask again when they are called.
     */
    setAtLatest(entry: T, time: Millis): void {
      const number = Math.ceil(time / slotLength)
      if (entry.slot !== null && entry.slot <= number) return
      clear(entry)
      entry.slot = number
      const slot = slots.get(number) ?? open(number)
      slot.entries.add(entry)
    },
    clear,
  }
}
