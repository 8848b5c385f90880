import type { BayeuxUser } from './bayeux.ts'
import { isMeta, isService, patternsOf } from './channel.ts'
import { Session } from './session.ts'

/** Sessions under a key. Mostly it is one: a set of its own for each would take more memory than all else of it. */
type Index = Map<string, Session | Set<Session>>

function put(index: Index, key: string, session: Session): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, session)
  else if (known instanceof Set) known.add(session)
  else index.set(key, new Set([known, session]))
}

function take(index: Index, key: string, session: Session): void {
  const known = index.get(key)
  if (known instanceof Set) known.delete(session)
  if (known === session || (known instanceof Set && known.size === 0)) index.delete(key)
}

function under(index: Index, key: string): Iterable<Session> {
  const known = index.get(key)
  return known instanceof Session ? [known] : (known ?? [])
}

/** Most sessions subscribe to the channel itself: then its patterns need not be made. */
export const covers = (subscriptions: readonly string[], channel: string): boolean =>
  subscriptions.includes(channel) || patternsOf(channel).some((pattern) => subscriptions.includes(pattern))

/** Every session, by client id, by user and by subscription. The only place that adds, binds or forgets one. */
export function createRegistry() {
  const sessions = new Map<string, Session>()
  const byUser: Index = new Map()
  const byPattern: Index = new Map()
  const browsers = createTally()
  const addresses = createTally()

  return {
    size: () => sessions.size,
    all: (): Iterable<Session> => sessions.values(),
    get: (clientId: unknown) => (typeof clientId === 'string' ? sessions.get(clientId) : undefined),
    add(session: Session): void {
      sessions.set(session.clientId, session)
      if (session.user !== null) put(byUser, session.user, session)
      browsers.change(session.browser, 1)
      addresses.change(session.address, 1)
    },
    remove(session: Session): void {
      sessions.delete(session.clientId)
      if (session.user !== null) take(byUser, session.user, session)
      browsers.change(session.browser, -1)
      addresses.change(session.address, -1)
      for (const pattern of session.subscriptions) take(byPattern, pattern, session)
    },
    /** From now on the session is this user's. */
    bind(session: Session, user: BayeuxUser): void {
      session.user = user
      put(byUser, user, session)
    },
    /** From now on the session is this browser's. */
    tie(session: Session, browser: string | undefined): void {
      session.browser = browser
      browsers.change(browser, 1)
    },
    countOf: (user: BayeuxUser) => [...under(byUser, user)].length,
    browsers,
    addresses,
    /** To what it is not subscribed to yet. */
    subscribe(session: Session, pattern: string): void {
      session.subscriptions = [...session.subscriptions, pattern]
      put(byPattern, pattern, session)
    },
    /** False when it was not subscribed. */
    unsubscribe(session: Session, pattern: string): boolean {
      if (!session.subscriptions.includes(pattern)) return false
      session.subscriptions = session.subscriptions.filter((other) => other !== pattern)
      take(byPattern, pattern, session)
      return true
    },
    /** Who gets an event on `channel`, each once however many of its patterns cover it; of one user when named. */
    listeners(channel: string, user?: BayeuxUser): Session[] {
      if (isMeta(channel) || isService(channel)) return []
      if (user !== undefined) {
        return [...under(byUser, user)].filter(({ subscriptions }) => covers(subscriptions, channel))
      }
      return [...new Set(patternsOf(channel).flatMap((pattern) => [...under(byPattern, pattern)]))]
    },
  }
}

export type Registry = ReturnType<typeof createRegistry>

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
