import { createListeners } from './listeners.ts'
import type { Numbered, Records, Storage, StorageOptions } from './port.ts'
import { nextTurn } from '../runtime/next-turn.ts'
import { createWorkingSet } from './working-set.ts'

/**
 * The engine of tests and of fast simulation: nothing outlives the process. A transaction runs at once, during the
 * call, so it never meets another and never runs twice.
 */
export function createMemoryStorage<R extends Records, E>(options: StorageOptions<R, E>): Storage<R, E> {
  const workingSet = createWorkingSet(options)
  const listeners = createListeners<Numbered<E>>(options.onListenerError ?? console.error)
  let isClosed = false

  async function settled(): Promise<void> {
    do await nextTurn()
    while (listeners.isBusy())
  }

  return {
    transaction(work) {
      workingSet.assertIdle()
      if (isClosed) return Promise.reject(new Error('The storage is closed.'))
      try {
        const { result, commit } = workingSet.run(work)
        listeners.announce(listeners.prepare(commit.events))
        return Promise.resolve(result)
      } catch (error) {
        return Promise.reject(error)
      }
    },
    subscribe: listeners.subscribe,
    settled,
    clear() {
      workingSet.assertIdle()
      if (isClosed) return Promise.reject(new Error('The storage is closed.'))
      workingSet.clear()
      return Promise.resolve()
    },
    snapshot(itemsMax = Infinity) {
      workingSet.assertIdle()
      if (isClosed) return Promise.reject(new Error('The storage is closed.'))
      return Promise.resolve(workingSet.snapshot(itemsMax))
    },
    restore(snapshot) {
      workingSet.assertIdle()
      if (isClosed) return Promise.reject(new Error('The storage is closed.'))
      try {
        workingSet.restore(snapshot)
        return Promise.resolve()
      } catch (error) {
        return Promise.reject(error)
      }
    },
    health: () => (isClosed ? 'The storage is closed.' : 'ok'),
    async close() {
      await settled()
      isClosed = true
    },
  }
}
