/** Wakes who waits for something, whenever anything has happened. */
export interface Signal {
  changed(): void
  /** Resolves once `condition` holds; after `patience` milliseconds it fails, and says what had come so far. */
  until(what: string, condition: () => boolean, soFar?: () => unknown): Promise<void>
}

const patience = 20_000

export function createSignal(): Signal {
  const watchers = new Set<() => void>()
  return {
    changed() {
      for (const watch of watchers) watch()
    },
    until(what, condition, soFar = () => null) {
      return new Promise((resolve, reject) => {
        const end = (finish: () => void) => {
          watchers.delete(watch)
          clearTimeout(timer)
          finish()
        }
        const watch = () => {
          if (condition()) end(resolve)
        }
        const fail = () => reject(new Error(`Waited in vain for: ${what}. ${JSON.stringify(soFar())}`))
        const timer = setTimeout(() => end(fail), patience)
        watchers.add(watch)
        watch()
      })
    },
  }
}
