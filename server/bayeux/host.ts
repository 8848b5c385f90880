import type { BayeuxObserver, BayeuxOptions, BayeuxUser, DeliveryOutcome } from './bayeux.ts'
import type { Carrier } from './carrier.ts'
import { createDeadlines, type Due } from './deadlines.ts'
import { type BayeuxLimits, defaultLimits } from './limits.ts'
import { extOf, type Message, Refused } from './message.ts'
import { createPace } from './pace.ts'
import { type TurnedAway, turnedAwayWith } from './reply.ts'
import type { Outgoing, Session } from './session.ts'

/** The host as the protocol meets it: what it has set, asked directly, told without its exceptions coming back. */
export function createHost(options: BayeuxOptions) {
  const { clock, policy, observer = {} as BayeuxObserver } = options
  const limits: BayeuxLimits = { ...defaultLimits, ...options.limits }
  const counters = createCounters()
  let order = 0

  function failed(error: unknown): void {
    try {
      observer.failed?.(error)
    } catch {
      // The one who would hear of it is the one who fails.
    }
  }

  /** Runs what tells the host something; an exception goes to `observer.failed`. */
  function tell(say: () => void): void {
    try {
      say()
    } catch (error) {
      failed(error)
    }
  }

  return {
    ...options,
    limits,
    cookieAttributes: options.cookieAttributes ?? 'Path=/; HttpOnly; SameSite=Lax',
    observer,
    counters,
    pace: createPace(clock, limits),
    /** Answers of which not all has left at once: one that is not read in time is cut. */
    unread: createDeadlines<Due & { cut(): void }>(clock, (answer) => answer.cut()),
    /** Whether nobody comes in any more. */
    isClosing: false,
    /** Is called when a request or a socket is over. */
    left: (): void => {},
    /** The number of the next request or frame that begins. */
    nextOrder: (): number => (order += 1),
    /** Whom this way back belongs to, as its request or this message shows it. */
    identify(carrier: Carrier, message: Message, isHandshake: boolean): BayeuxUser | null {
      const { headers, transport } = carrier
      const browser = transport === 'callback-polling' ? undefined : carrier.browser
      return policy.identify({ headers, transport, ext: extOf(message), browser, isHandshake })
    },
    tell,
    failed,
    /** Takes a step for a request, upgrade or frame; whatever goes wrong in it is the answer to that one alone. */
    attempt(asker: { refuse(refused: Refused): void }, step: () => void): void {
      try {
        step()
      } catch (error) {
        if (!(error instanceof Refused)) failed(error)
        asker.refuse(error instanceof Refused ? error : new Refused(500, 'The server failed.'))
      }
    },
    settle(items: readonly Outgoing[], outcome: DeliveryOutcome, session: Session): void {
      counters[outcome] += items.length
      for (const item of items) {
        session.pendingMessages -= 1
        session.pendingBytes -= item.bytes
        tell(() => item.settle?.(outcome, session))
      }
    },
  }
}

export type Host = ReturnType<typeof createHost>

/**
 * Why a session ended; `expired`: its client was silent, `inactive`: nothing but heartbeats, `overflow`: more waited
 * for it than the limits allow, `kicked`: the host wished so.
 */
export type CloseReason = keyof ReturnType<typeof createCounters>['closed']

const noneAway = Object.fromEntries(Object.keys(turnedAwayWith).map((reason) => [reason, 0]))

/** What has happened since the server began; numbers only grow. */
export const createCounters = () => ({
  handshakes: 0,
  /** Handshakes that were refused, and client ids that were not accepted. */
  turnedAway: { ...(noneAway as Record<TurnedAway, number>) },
  /** Messages that were written, or acknowledged where the session does that. */
  delivered: 0,
  /** Messages that were put back in front of a queue because their connection closed or nobody acknowledged them. */
  requeued: 0,
  /** Messages whose session ended or was left first, and those that the host has taken back. */
  lost: 0,
  closed: { disconnect: 0, expired: 0, inactive: 0, overflow: 0, kicked: 0, shutdown: 0 },
})
