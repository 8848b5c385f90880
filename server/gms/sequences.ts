/** Work that goes on at the same time under different names, and one after another under the same. */
export interface Sequences {
  add(name: string, work: () => Promise<void>): void
  /** Resolves when nothing is left to do. */
  settled(): Promise<void>
}

/** Nothing to do yet. Work that fails is told of, and the next begins all the same. */
export function createSequences(failed: (error: unknown) => void): Sequences {
  const last = new Map<string, Promise<void>>()
  return {
    add(name, work) {
      const done = (last.get(name) ?? Promise.resolve())
        .then(work)
        .catch(failed)
        .then(() => {
          // Whoever came meanwhile has put a later promise here.
          if (last.get(name) === done) last.delete(name)
        })
      last.set(name, done)
    },
    async settled() {
      while (last.size > 0) await Promise.all(last.values())
    },
  }
}
