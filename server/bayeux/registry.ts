import type { BayeuxUser } from './bayeux.ts'
import { isMeta, isService, patternsOf } from './channel.ts'
import type { Session } from './session.ts'

/** Every session, by client id, by user and by subscription. The only place that adds, binds or forgets one. */
export interface Registry {
  readonly size: number
  all(): Iterable<Session>
  get(clientId: unknown): Session | undefined
  add(session: Session): void
  remove(session: Session): void
  /** From now on the session is this user's. */
  bind(session: Session, user: BayeuxUser): void
  countOf(user: BayeuxUser): number
  countOfBrowser(browser: string): number
  subscribe(session: Session, pattern: string): void
  unsubscribe(session: Session, pattern: string): void
  /** Who gets an event on `channel`, each once however many of its patterns cover it; of one user when named. */
  listeners(channel: string, user?: BayeuxUser): Session[]
}

const nobody: ReadonlySet<Session> = new Set()

/** Most sessions subscribe to the channel itself: then its patterns need not be made. */
const covers = (subscriptions: ReadonlySet<string>, channel: string): boolean =>
  subscriptions.has(channel) || patternsOf(channel).some((pattern) => subscriptions.has(pattern))

export function createRegistry(): Registry {
  const sessions = new Map<string, Session>()
  const byUser = new Map<BayeuxUser, Set<Session>>()
  const byBrowser = new Map<string, Set<Session>>()
  const byPattern = new Map<string, Set<Session>>()

  /** Without a key there is nothing to find it by. */
  function put(index: Map<string, Set<Session>>, key: string | null | undefined, session: Session): void {
    if (key === null || key === undefined) return
    const entries = index.get(key)
    if (entries === undefined) index.set(key, new Set([session]))
    else entries.add(session)
  }

  function take(index: Map<string, Set<Session>>, key: string | null | undefined, session: Session): void {
    if (key === null || key === undefined) return
    const entries = index.get(key)
    entries?.delete(session)
    if (entries?.size === 0) index.delete(key)
  }

  return {
    get size() {
      return sessions.size
    },
    all: () => sessions.values(),
    get: (clientId) => (typeof clientId === 'string' ? sessions.get(clientId) : undefined),
    add(session) {
      sessions.set(session.clientId, session)
      put(byUser, session.user, session)
      put(byBrowser, session.browser, session)
    },
    remove(session) {
      sessions.delete(session.clientId)
      take(byUser, session.user, session)
      take(byBrowser, session.browser, session)
      for (const pattern of session.subscriptions) take(byPattern, pattern, session)
    },
    bind(session, user) {
      session.user = user
      put(byUser, user, session)
    },
    countOf: (user) => byUser.get(user)?.size ?? 0,
    countOfBrowser: (browser) => byBrowser.get(browser)?.size ?? 0,
    subscribe(session, pattern) {
      session.subscriptions.add(pattern)
      put(byPattern, pattern, session)
    },
    unsubscribe(session, pattern) {
      session.subscriptions.delete(pattern)
      take(byPattern, pattern, session)
    },
    listeners(channel, user) {
      if (isMeta(channel) || isService(channel)) return []
      if (user !== undefined) {
        const own = [...(byUser.get(user) ?? nobody)]
        return own.filter(({ subscriptions }) => covers(subscriptions, channel))
      }
      const patterns = patternsOf(channel)
      const found = new Set<Session>()
      for (const pattern of patterns) {
        for (const session of byPattern.get(pattern) ?? nobody) found.add(session)
      }
      return [...found]
    },
  }
}
