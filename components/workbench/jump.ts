/** A jump longer than this passes over more than the reader has before their eyes. */
export const jumpUnaskedSecondsMax = 600

/** Whether to ask before the clock jumps to what is `what` in so many seconds: a callback may be gone by it. */
export function isJumpAskedFirst(what: string, seconds: number): boolean {
  return seconds > jumpUnaskedSecondsMax || what.includes('time to live')
}
