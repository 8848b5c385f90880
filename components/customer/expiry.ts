import type { CompletionReason } from '../../server/contact-center/contact-center.ts'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'

/** What has run out for a customer. */
export type Expiry = 'time-to-live' | 'confirmation' | 'queued' | 'queue-wait' | 'threshold'

/** Which time-outs end a callback with which reason (decision 28). */
const byReason: Partial<Record<CompletionReason, Expiry>> = {
  FAIL_USER_NO_CONFIRM: 'confirmation',
  FAIL_TIMEOUT_TTL: 'queued',
  FAIL_QUEUEING: 'queue-wait',
  NOT_AVAILABLE: 'threshold',
}

/** What ended this callback, when a time-out did; null when somebody did, or nothing has yet. */
export function expiryOf({ reason }: Pick<CallbackDetailJson, 'reason'>): Expiry | null {
  return reason === null ? null : (byReason[reason] ?? null)
}

/**
 * Why the tester knows a callback no more: its time to live is over, if the device knows when that was and the
 * centre's clock is past it; else null, and it may have been reset.
 */
export function goneBy(expiresAt: string | null, centreNow: number | null): 'time-to-live' | null {
  if (expiresAt === null || centreNow === null) return null
  return centreNow >= Date.parse(expiresAt) ? 'time-to-live' : null
}

/** Whole seconds until `at` (ISO 8601) by the centre's clock; never negative. */
export function secondsUntil(at: string, centreNow: number): number {
  return Math.max(0, Math.ceil((Date.parse(at) - centreNow) / 1000))
}
