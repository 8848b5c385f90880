import type { Clock } from '../runtime/clock.ts'
import type { BayeuxObserver, BayeuxOptions, BayeuxPolicy, BayeuxUser, DeliveryOutcome } from './bayeux.ts'
import type { Carrier } from './carrier.ts'
import { type BayeuxCounters, createCounters, type RefusalReason, type UnknownReason } from './counters.ts'
import { type BayeuxLimits, defaultLimits } from './limits.ts'
import { extOf, type Message } from './message.ts'
import { createPace, type Pace } from './pace.ts'
import type { Outgoing, Session } from './session.ts'

/** The host as the protocol meets it: what it has set, asked directly, told without its exceptions coming back. */
export interface Host {
  readonly clock: Clock
  readonly limits: BayeuxLimits
  readonly takesCallbacks: boolean
  readonly policy: BayeuxPolicy
  readonly observer: BayeuxObserver
  readonly counters: BayeuxCounters
  readonly pace: Pace
  /** Whom this way back belongs to, as its request or this handshake shows it. */
  identify(carrier: Carrier, handshake?: Message): BayeuxUser | null
  /** Runs what tells the host something; an exception goes to `observer.failed`. */
  tell(say: () => void): void
  failed(error: unknown): void
  /** A handshake or a client id is not accepted. */
  turnedAway(carrier: Carrier, reason: RefusalReason | UnknownReason): void
  settle(items: readonly Outgoing[], outcome: DeliveryOutcome, session: Session): void
}

export function createHost(options: BayeuxOptions): Host {
  const { clock, policy, observer = {} } = options
  const limits = { ...defaultLimits, ...options.limits }
  const counters = createCounters()

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
    clock,
    limits,
    takesCallbacks: options.callbackPolling ?? false,
    policy,
    observer,
    counters,
    pace: createPace(clock, limits),
    identify({ headers, transport, browser }, handshake) {
      return policy.identify({
        headers,
        transport,
        ext: handshake === undefined ? undefined : extOf(handshake),
        browser: transport === 'callback-polling' ? undefined : browser,
        isHandshake: handshake !== undefined,
      })
    },
    tell,
    failed,
    turnedAway({ transport }, reason) {
      counters.turnedAway[reason] += 1
      tell(() => observer.turnedAway?.(reason, transport))
    },
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
