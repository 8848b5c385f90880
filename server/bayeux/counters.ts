import type { CloseReason } from './bayeux.ts'

/** Why a handshake was refused. */
export type RefusalReason =
  'no-transport' | 'too-many' | 'too-many-of-user' | 'too-many-of-browser' | 'too-fast'

/** Why a client id was not accepted. */
export type UnknownReason = 'no-session' | 'other-user' | 'other-browser'

/** What has happened since the server began; numbers only grow. */
export interface BayeuxCounters {
  handshakes: number
  /** Handshakes that were refused, and client ids that were not accepted. */
  readonly turnedAway: Record<RefusalReason | UnknownReason, number>
  /** Messages that were written, or acknowledged where the session does that. */
  delivered: number
  /** Messages that were put back in front of a queue because their connection closed or nobody acknowledged them. */
  requeued: number
  /** Messages whose session ended first. */
  lost: number
  readonly closed: Record<CloseReason, number>
}

export function createCounters(): BayeuxCounters {
  return {
    handshakes: 0,
    turnedAway: {
      'no-transport': 0,
      'too-many': 0,
      'too-many-of-user': 0,
      'too-many-of-browser': 0,
      'too-fast': 0,
      'no-session': 0,
      'other-user': 0,
      'other-browser': 0,
    },
    delivered: 0,
    requeued: 0,
    lost: 0,
    closed: { disconnect: 0, expired: 0, inactive: 0, overflow: 0, kicked: 0, shutdown: 0 },
  }
}
