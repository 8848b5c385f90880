/**
 * Lets work of one name happen at once, and then at most once in so many milliseconds: what is asked for meanwhile is
 * done together, at the end of that time.
 */
export function atMostEvery(millis: number): (name: string, work: () => void) => void {
  const waiting = new Map<string, (() => void) | null>()
  const rest = (name: string) => {
    waiting.set(name, null)
    setTimeout(() => {
      const work = waiting.get(name)
      if (!work) {
        waiting.delete(name)
        return
      }
      rest(name)
      work()
    }, millis)
  }
  return (name, work) => {
    if (waiting.has(name)) {
      waiting.set(name, work)
      return
    }
    rest(name)
    work()
  }
}
