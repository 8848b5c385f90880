import type { Customer } from './customer-store.ts'
import type { ReceivedNotice } from './received.ts'

/** A notice, and whose phone it reached. */
export interface ReachedNotice {
  /** Names it among all phones. */
  key: string
  letter: string
  name: string
  content: ReceivedNotice['content']
}

/** All that has reached the customers' phones for the callbacks they have. */
function noticesOf(customers: readonly Customer[]): ReachedNotice[] {
  return customers.flatMap(({ letter, session }) =>
    (session?.inbox.notices ?? []).map(({ id, content }) => ({
      // The same in every tab, and under every letter. A session that an older version kept has no id of its own.
      key: `${session?.id ?? session?.serviceId} ${id}`,
      letter,
      name: session?.submitted.name ?? '',
      content,
    })),
  )
}

/** Tells what is new. What is there the first time has been seen, and nothing is new twice, though it goes and comes back. */
export function createNewNotices() {
  let seen: Set<string> | null = null
  return (customers: readonly Customer[]): ReachedNotice[] => {
    const all = noticesOf(customers)
    const fresh = seen === null ? [] : all.filter(({ key }) => !seen?.has(key))
    seen ??= new Set()
    for (const { key } of all) seen.add(key)
    return fresh
  }
}
