import type { BayeuxObserver, BayeuxPolicy, BayeuxUser, DeliveryOutcome } from './bayeux.ts'
import type { Carrier } from './carrier.ts'
import type { BayeuxCounters } from './counters.ts'
import { extOf, type Message } from './message.ts'
import type { Outgoing, Session } from './session.ts'

/** The host as the protocol meets it: asked directly, told without its exceptions coming back. */
export interface Host {
  readonly policy: BayeuxPolicy
  readonly observer: BayeuxObserver
  readonly counters: BayeuxCounters
  /** Whom this way back belongs to, as its request or this handshake shows it. */
  identify(carrier: Carrier, handshake?: Message): BayeuxUser | null
  /** Runs what tells the host something; an exception goes to `observer.failed`. */
  tell(say: () => void): void
  failed(error: unknown): void
  settle(items: readonly Outgoing[], outcome: DeliveryOutcome, session: Session): void
}

export function createHost(policy: BayeuxPolicy, observer: BayeuxObserver, counters: BayeuxCounters): Host {
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
    counters,
    identify({ request, transport, browser }, handshake) {
      return policy.identify({
        request,
        transport,
        ext: handshake === undefined ? undefined : extOf(handshake),
        browser: transport === 'callback-polling' ? undefined : browser,
        isHandshake: handshake !== undefined,
      })
    },
    tell,
    failed,
    settle(items, outcome, session) {
      counters[outcome] += items.length
      for (const item of items) {
        session.pendingMessages -= 1
        session.pendingBytes -= item.bytes
        const { settle } = item
        if (settle !== null) tell(() => settle(outcome, session))
      }
    },
  }
}
