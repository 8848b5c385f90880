import type { CentreStorage, CentreTransaction } from '../contact-center/records.ts'
import { centreSchema } from '../contact-center/records.ts'

/** The process has ended: whoever waits for it waits in vain. */
export class Killed extends Error {}

/** Spoils what a transaction has done, before it is kept: a bug that was planted. */
export type Tamper = (tx: CentreTransaction) => void

/** The storage as one process sees it, which may end at any time. */
export interface FragileStorage extends CentreStorage {
  /** Ends the process in a transaction, so many from now on: just before it is kept, or just after. */
  kill(after: number, isKept: boolean): void
  /** Transactions that are spared do not count. */
  spare(isSpared: boolean): void
  isDead(): boolean
}

/** Looks at `storage` through a process that may be killed; tells `onFault` when that leaves half of something. */
export function createFragileStorage(
  storage: CentreStorage,
  options: { tamper?: Tamper; onClear: () => void; onFault: (fault: string) => void },
): FragileStorage {
  let countdown: { left: number; isKept: boolean } | null = null
  let isDead = false
  let isSpared = false

  const transaction: CentreStorage['transaction'] = (work) => {
    if (isDead) return Promise.reject(new Killed())
    const tampered: typeof work = (tx) => {
      const result = work(tx)
      options.tamper?.(tx)
      return result
    }
    if (countdown === null || isSpared) return storage.transaction(tampered)
    if (countdown.left > 0) {
      countdown.left -= 1
      return storage.transaction(tampered)
    }
    isDead = true
    return countdown.isKept ? dieAfter(tampered) : dieWithin(tampered)
  }

  async function dieAfter<T>(work: Parameters<typeof storage.transaction<T>>[0]): Promise<T> {
    await storage.transaction(work)
    throw new Killed()
  }

  async function dieWithin<T>(work: Parameters<typeof storage.transaction<T>>[0]): Promise<T> {
    let before = ''
    try {
      await storage.transaction((tx): void => {
        before = dump(tx)
        work(tx)
        throw new Killed()
      })
    } finally {
      const after = await storage.transaction(dump)
      if (after !== before) options.onFault('a transaction that was not kept has left something')
    }
    throw new Killed()
  }

  return {
    ...storage,
    transaction,
    clear() {
      if (isDead) return Promise.reject(new Killed())
      options.onClear()
      return storage.clear()
    },
    restore(snapshot) {
      if (isDead) return Promise.reject(new Killed())
      options.onClear()
      return storage.restore(snapshot)
    },
    kill(after, isKept) {
      countdown = { left: after, isKept }
    },
    spare(isSparedNow) {
      isSpared = isSparedNow
    },
    isDead: () => isDead,
  }
}

/** Everything that is kept, as text. */
function dump(tx: CentreTransaction): string {
  const kinds = Object.keys(centreSchema) as (keyof typeof centreSchema)[]
  const records = kinds.map((kind) =>
    tx
      .all(kind)
      .map((record) => JSON.stringify(record))
      .sort(),
  )
  return JSON.stringify([records, tx.history({}).length])
}
