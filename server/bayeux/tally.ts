/** How many there are under each name. Nobody counts who has none. */
export function createTally() {
  const counts = new Map<string, number>()
  return {
    /** Whether there are as many of this name as there may be. */
    isFull: (name: string | undefined, max: number): boolean =>
      name !== undefined && (counts.get(name) ?? 0) >= max,
    change(name: string | undefined, by: 1 | -1): void {
      if (name === undefined) return
      const count = (counts.get(name) ?? 0) + by
      if (count === 0) counts.delete(name)
      else counts.set(name, count)
    },
  }
}
