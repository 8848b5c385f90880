import type { ClockJson } from '../server/tester/contract.ts'

/** A jump longer than this passes over more than the reader has before their eyes. */
export const jumpUnaskedSecondsMax = 600

type Next = NonNullable<ClockJson['next']>

/** Whether what the clock does next may end a callback or a chat. */
export function mayEndSomething(kind: Next['kind']): boolean {
  return kind === 'expiry' || kind === 'deadline' || kind === 'client'
}

/** Whether to ask before the clock jumps to something of this kind in so many seconds: a callback may be gone by it. */
export function isJumpAskedFirst(kind: Next['kind'], seconds: number): boolean {
  return seconds > jumpUnaskedSecondsMax || mayEndSomething(kind)
}
