import type { BayeuxPolicy, SessionView } from '../bayeux/bayeux.ts'
import { changesChannel } from '../gms/contract.ts'

/**
 * Who only watches the tester: the workbench's own session, which says so at its handshake, and whoever listens for
 * changes. Their traffic is not logged, or each row would be news that makes the next row.
 */
export interface Watchers {
  isWatcher(session: SessionView): boolean
  /** Whether somebody listens for changes. */
  isAnybody(): boolean
  forget(session: SessionView): void
  /** The same policy, which also takes note of who begins to watch. */
  noting(policy: BayeuxPolicy): BayeuxPolicy
}

/** Nobody watches yet. */
export function createWatchers(): Watchers {
  const listening = new Set<string>()
  return {
    isWatcher: (session) => session.ext?.gmstester === 'workbench' || listening.has(session.clientId),
    isAnybody: () => listening.size > 0,
    forget: (session) => listening.delete(session.clientId),
    noting: (policy) => ({
      identify: (evidence) => policy.identify(evidence),
      mayPublish: (session, channel, data, id) => policy.mayPublish(session, channel, data, id),
      mayComeFrom: (origin, request) => policy.mayComeFrom(origin, request),
      maySubscribe(session, channel) {
        const may = policy.maySubscribe(session, channel)
        if (may && channel === changesChannel) listening.add(session.clientId)
        return may
      },
    }),
  }
}
