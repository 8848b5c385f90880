import type { BayeuxObserver, BayeuxPolicy, DeliveryOutcome } from './bayeux.ts'
import type { Outgoing, Session } from './session.ts'

/** The host as the protocol meets it: asked directly, told without its exceptions coming back. */
export interface Host {
  readonly policy: BayeuxPolicy
  readonly observer: BayeuxObserver
  /** Runs what tells the host something; an exception goes to `observer.failed`. */
  tell(say: () => void): void
  failed(error: unknown): void
  settle(items: readonly Outgoing[], outcome: DeliveryOutcome, session: Session): void
}

export function createHost(policy: BayeuxPolicy, observer: BayeuxObserver): Host {
  function failed(error: unknown): void {
    try {
      observer.failed?.(error)
    } catch {
      // The one who would hear of it is the one who fails.
    }
  }

  function tell(say: () => void): void {
    try {
      say()
    } catch (error) {
      failed(error)
    }
  }

  return {
    policy,
    observer,
    tell,
    failed,
    settle(items, outcome, session) {
      for (const item of items) {
        session.pendingMessages -= 1
        session.pendingBytes -= item.bytes
        const { settle } = item
        if (settle !== null) tell(() => settle(outcome, session))
      }
    },
  }
}
