import { handshakeRefusals } from './reply.ts'

/** Why a handshake was refused. */
export type RefusalReason = keyof typeof handshakeRefusals

/** Why a client id was not accepted. */
const unknownReasons = ['no-session', 'other-user', 'other-browser'] as const
export type UnknownReason = (typeof unknownReasons)[number]

/**
 * Why a session ended; `expired`: its client was silent, `inactive`: nothing but heartbeats, `overflow`: more waited
 * for it than the limits allow, `kicked`: the host wished so.
 */
const closeReasons = ['disconnect', 'expired', 'inactive', 'overflow', 'kicked', 'shutdown'] as const
export type CloseReason = (typeof closeReasons)[number]

const noneOf = <T extends string>(names: readonly T[]) =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<T, number>

/** What has happened since the server began; numbers only grow. */
export const createCounters = () => ({
  handshakes: 0,
  /** Handshakes that were refused, and client ids that were not accepted. */
  turnedAway: { ...noneOf(Object.keys(handshakeRefusals) as RefusalReason[]), ...noneOf(unknownReasons) },
  /** Messages that were written, or acknowledged where the session does that. */
  delivered: 0,
  /** Messages that were put back in front of a queue because their connection closed or nobody acknowledged them. */
  requeued: 0,
  /** Messages whose session ended or was left first, and those that the host has taken back. */
  lost: 0,
  closed: noneOf(closeReasons),
})
