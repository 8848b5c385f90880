/** A jump longer than this passes over more than the reader has before their eyes. */
export const jumpUnaskedSecondsMax = 600

/** Whether what the clock does next may end a callback or a chat, by the sentence with which the contact centre names it. */
export const mayEndSomething = (what: string) => /time to live|given up|chat ends/.test(what)

/** Whether to ask before the clock jumps to what is `what` in so many seconds: a callback may be gone by it. */
export function isJumpAskedFirst(what: string, seconds: number): boolean {
  return seconds > jumpUnaskedSecondsMax || mayEndSomething(what)
}
