/** Why a handshake was refused. */
const refusalReasons = [
  'no-transport',
  'too-many',
  'too-many-of-user',
  'too-many-of-browser',
  'too-fast',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** Why a client id was not accepted. */
const unknownReasons = ['no-session', 'other-user', 'other-browser'] as const
export type UnknownReason = (typeof unknownReasons)[number]

/**
 * Why a session ended; `expired`: its client was silent, `inactive`: nothing but heartbeats, `overflow`: more waited
 * for it than the limits allow, `kicked`: the host wished so.
 */
const closeReasons = ['disconnect', 'expired', 'inactive', 'overflow', 'kicked', 'shutdown'] as const
export type CloseReason = (typeof closeReasons)[number]

/** What has happened since the server began; numbers only grow. */
export function createCounters() {
  return {
    handshakes: 0,
    /** Handshakes that were refused, and client ids that were not accepted. */
    turnedAway: noneOf([...refusalReasons, ...unknownReasons]),
    /** Messages that were written, or acknowledged where the session does that. */
    delivered: 0,
    /** Messages that were put back in front of a queue because their connection closed or nobody acknowledged them. */
    requeued: 0,
    /** Messages whose session ended first. */
    lost: 0,
    closed: noneOf(closeReasons),
  }
}

function noneOf<T extends string>(names: readonly T[]): Record<T, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<T, number>
}
